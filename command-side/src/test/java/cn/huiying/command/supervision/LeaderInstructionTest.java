package cn.huiying.command.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.common.Refusals;
import cn.huiying.command.supervision.instructing.RecordLeaderInstruction;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaderInstructionTest {

    private static final InstructionId ID = new InstructionId("INS-1");
    private static final Instant NOW = Instant.parse("2022-09-01T02:00:00Z");
    private static final Actor LEADER = new Actor("m", Role.CITY_LEADER, null, null);

    private static ResultValidator<LeaderInstruction> when(RecordLeaderInstruction command, Actor actor) {
        AggregateTestFixture<LeaderInstruction> fixture = new AggregateTestFixture<>(LeaderInstruction.class);
        fixture.registerInjectableResource(new TwoAgencies());
        fixture.registerInjectableResource(new KnownPetitions());
        return fixture.givenNoPriorActivity().when(command, actor.asMetadata());
    }

    private static RecordLeaderInstruction instruct(String topic, List<PetitionId> petitions, String... agencies) {
        return new RecordLeaderInstruction(
                ID, NOW, topic, petitions, "请限期整改", List.of(agencies), LocalDate.of(2022, 9, 9));
    }

    private static LeaderInstructionRecorded recorded(RecordLeaderInstruction command) {
        LeaderInstructionRecorded[] found = new LeaderInstructionRecorded[1];
        when(command, LEADER)
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(org.axonframework.test.matchers.Matchers.predicate(events -> {
                    found[0] = (LeaderInstructionRecorded) ((Message<?>) events.get(0)).getPayload();
                    return true;
                }));
        return found[0];
    }

    @Test
    void each_involved_agency_gets_an_order_about_what_it_had_in_hand() {
        LeaderInstructionRecorded event =
                recorded(instruct(null, List.of(KnownPetitions.PETITION), TwoAgencies.AGENCY, TwoAgencies.OTHER));
        assertThat(event.addressees()).hasSize(2);
        assertThat(event.addressees().get(0).order()).isNotNull();
        assertThat(event.addressees().get(0).petitions()).containsExactly(KnownPetitions.PETITION);
        assertThat(event.addressees().get(1).order()).as("was never involved").isNull();
        assertThat(event.dueOn()).isEqualTo("2022-09-09");
    }

    @Test
    void about_a_topic_each_agency_gets_an_order_of_its_own() {
        LeaderInstructionRecorded event =
                recorded(instruct("路灯", null, TwoAgencies.AGENCY, TwoAgencies.OTHER, TwoAgencies.OTHER));
        assertThat(event.addressees()).hasSize(2);
        assertThat(event.addressees())
                .extracting(LeaderInstructionRecorded.Addressee::order)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void an_instruction_is_about_something() {
        when(instruct(null, List.of(), TwoAgencies.AGENCY), LEADER)
                .expectNoEvents()
                .expectException(Refusals.by("an-instruction-has-its-matter"));
        when(instruct("路灯", null, "445224-999"), LEADER).expectException(Refusals.by("agency-is-listed"));
    }

    @Test
    void an_accusation_is_refused_as_what_is_not_there() {
        for (PetitionId hidden : List.of(KnownPetitions.ACCUSATION, KnownPetitions.NONE)) {
            when(instruct("路灯", List.of(KnownPetitions.PETITION, hidden), TwoAgencies.AGENCY), LEADER)
                    .expectNoEvents()
                    .expectException(Refusals.by("only-what-leaders-may-see-is-instructed"));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_city_leaders_instruct(Role role) {
        var result = when(instruct("路灯", null, TwoAgencies.AGENCY), new Actor("x", role, null, null));
        if (role == Role.CITY_LEADER) {
            result.expectSuccessfulHandlerExecution();
        } else {
            result.expectNoEvents().expectException(Refusals.by("role-may-not"));
        }
    }
}
