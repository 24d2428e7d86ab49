package cn.huiying.command.petition;

import static cn.huiying.command.common.CommandMetadata.EXPECTED_VERSION;
import static cn.huiying.command.common.CommandMetadata.IDEMPOTENCY_KEY;
import static cn.huiying.command.common.CommandMetadata.REQUEST_DIGEST;
import static cn.huiying.command.petition.Commands.approve;
import static cn.huiying.command.petition.Commands.dispatchTo;
import static cn.huiying.command.petition.Commands.sign;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.ANOTHER_CITIZEN;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.YellowAlertRaised;
import cn.huiying.shared.rule.Refusal;
import cn.huiying.shared.rule.Refusal.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimistic concurrency and repeated requests. */
class VersionsAndRepetitionTest {

    private static final Map<String, String> REQUEST = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "digest");

    @Test
    void whoever_has_seen_the_current_version_decides() {
        PetitionStory story = aPetition().dispatched();

        given(story)
                .when(sign(MONDAY), HANDLER, Map.of(EXPECTED_VERSION, story.version()))
                .leadsTo(State.HANDLING, new AssignmentSigned(PETITION, Directory.HUILAI_HOUSING, MONDAY));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 99})
    void whoever_has_not_seen_the_current_version_loads_the_petition_again(long seen) {
        Refusal refusal = given(aPetition().dispatched())
                .when(sign(MONDAY), HANDLER, Map.of(EXPECTED_VERSION, seen))
                .refused(Kind.STALE, "stale-version");

        assertThat(refusal.chinese()).contains("版本 2");
        assertThat(refusal.state()).isEqualTo(State.DISPATCHED.name());
    }

    @Test
    void who_has_seen_the_petition_before_a_warning_need_not_load_it_again() {
        PetitionStory story = aPetition().underPolicy("JY-1-3-5-7-15-H").dispatched();
        long seen = story.version();
        story.then(new YellowAlertRaised(PETITION, "D1s", MONDAY, MONDAY));

        for (long version : new long[] {seen, seen + 1}) {
            given(story)
                    .when(sign(MONDAY), HANDLER, Map.of(EXPECTED_VERSION, version))
                    .result()
                    .expectSuccessfulHandlerExecution();
        }
        for (long version : new long[] {seen - 1, seen + 2}) {
            given(story)
                    .when(sign(MONDAY), HANDLER, Map.of(EXPECTED_VERSION, version))
                    .refused(Kind.STALE, "stale-version");
        }
    }

    @Test
    void a_stranger_does_not_learn_that_the_version_is_stale() {
        given(aPetition().submitted())
                .when(Commands.withdraw(), ANOTHER_CITIZEN, Map.of(EXPECTED_VERSION, 7L))
                .refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_nothing_happens() {
        given(aPetition().dispatched())
                .after(sign(MONDAY), HANDLER, REQUEST)
                .when(sign(MONDAY), HANDLER, REQUEST)
                .answersAgain(new Outcome(PETITION, 3, State.HANDLING));
    }

    @Test
    void a_request_that_led_to_two_events_gets_its_whole_answer_again() {
        given(aPetition().replied())
                .after(approve(MONDAY), LEADER, REQUEST)
                .when(approve(MONDAY), LEADER, REQUEST)
                .answersAgain(new Outcome(PETITION, 6, State.RESOLVED));
    }

    @Test
    void a_repeated_request_is_answered_even_if_the_version_it_named_has_passed() {
        Map<String, Object> request = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "digest", EXPECTED_VERSION, 2L);

        given(aPetition().dispatched())
                .after(sign(MONDAY), HANDLER, request)
                .when(sign(MONDAY), HANDLER, request)
                .answersAgain(new Outcome(PETITION, 3, State.HANDLING));
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        given(aPetition().accepted())
                .after(dispatchTo(Directory.HUILAI_HOUSING), OFFICER, REQUEST)
                .when(
                        dispatchTo(Directory.HUILAI_TRAFFIC),
                        OFFICER,
                        Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "another"))
                .refusedBy("idempotency-key-reused");
    }

    @Test
    void another_key_is_another_request() {
        given(aPetition().dispatched())
                .after(sign(MONDAY), HANDLER, REQUEST)
                .when(sign(MONDAY), HANDLER, Map.of(IDEMPOTENCY_KEY, "other", REQUEST_DIGEST, "digest"))
                .refused(Kind.STATE, "not-in-this-state");
    }
}
