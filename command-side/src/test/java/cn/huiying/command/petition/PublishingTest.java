package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.publish;
import static cn.huiying.command.petition.Commands.publishReply;
import static cn.huiying.command.petition.Commands.takeDown;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.HUILAI_OFFICER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.VisibilityWish;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Publication, and invariant 2 of domain 9.4: an accusation is never published. */
class PublishingTest {

    static Stream<PetitionStory> accepted_petitions() {
        return inEveryStageOnceAccepted(PetitionStory::aPetition);
    }

    static Stream<PetitionStory> accusations() {
        return inEveryStageOnceAccepted(() -> aPetition().accusing(Directory.JIEXI_HOUSING));
    }

    private static Stream<PetitionStory> inEveryStageOnceAccepted(Supplier<PetitionStory> petition) {
        return Stream.of(
                petition.get().accepted(),
                petition.get().dispatched(),
                petition.get().handled(),
                petition.get().replied(),
                petition.get().resolved(),
                petition.get().closed());
    }

    @ParameterizedTest
    @MethodSource("accepted_petitions")
    void a_petition_is_published_in_a_redacted_text_once_it_is_accepted(PetitionStory story) {
        given(story)
                .when(publish(), HUILAI_OFFICER)
                .leadsTo(story.stage().state(), new PetitionPublished(PETITION, "路灯不亮", "某路段路灯不亮", MONDAY));
    }

    @Test
    void publishing_again_replaces_the_text() {
        PetitionStory story = aPetition().accepted().published();

        given(story)
                .when(publish(), OFFICER)
                .leadsTo(story.stage().state(), new PetitionPublished(PETITION, "路灯不亮", "某路段路灯不亮", MONDAY));
    }

    @ParameterizedTest
    @MethodSource("accusations")
    void an_accusation_is_never_published(PetitionStory accusation) {
        given(accusation).when(publish(), OFFICER).refusedBy("an-accusation-is-never-published");
    }

    @ParameterizedTest
    @EnumSource(VisibilityWish.class)
    void an_accusation_is_private_whatever_its_author_wished(VisibilityWish wish) {
        assertThat(aPetition()
                        .wishing(wish)
                        .accusing(null)
                        .accepted()
                        .stage()
                        .facts()
                        .visibilityWish())
                .isEqualTo(VisibilityWish.PRIVATE);
    }

    @Test
    void a_petition_its_author_wants_private_is_not_published() {
        given(aPetition().wishing(VisibilityWish.PRIVATE).accepted())
                .when(publish(), OFFICER)
                .refusedBy("author-wishes-to-be-seen");
    }

    @Test
    void an_anonymous_author_lets_the_petition_be_seen() {
        PetitionStory story = aPetition().wishing(VisibilityWish.ANONYMOUS).accepted();

        given(story)
                .when(publish(), OFFICER)
                .leadsTo(story.stage().state(), new PetitionPublished(PETITION, "路灯不亮", "某路段路灯不亮", MONDAY));
    }

    @ParameterizedTest
    @MethodSource("accepted_petitions")
    void a_published_petition_is_taken_down_with_a_reason(PetitionStory story) {
        given(story.published())
                .when(takeDown(), OFFICER)
                .leadsTo(story.stage().state(), new PetitionTakenDown(PETITION, "含不当内容", MONDAY));
    }

    static Stream<PetitionStory> petitions_not_shown() {
        return Stream.of(
                aPetition().resolved(), aPetition().resolved().published().takenDown());
    }

    @ParameterizedTest
    @MethodSource("petitions_not_shown")
    void what_is_not_shown_is_not_taken_down_and_gets_no_public_reply(PetitionStory story) {
        given(story).when(takeDown(), OFFICER).refusedBy("a-published-petition-comes-first");
        given(story).when(publishReply(), OFFICER).refusedBy("a-published-petition-comes-first");
    }

    static Stream<PetitionStory> answered_petitions() {
        return Stream.of(
                aPetition().resolved(),
                aPetition().ratedDissatisfied(),
                aPetition().closed());
    }

    @ParameterizedTest
    @MethodSource("answered_petitions")
    void the_reply_to_a_published_petition_is_shown_in_a_redacted_text(PetitionStory story) {
        given(story.published())
                .when(publishReply(), OFFICER)
                .leadsTo(story.stage().state(), new PublicReplyPublished(PETITION, "路灯已修复", MONDAY));
    }

    @Test
    void a_petition_published_early_stays_published_until_its_reply() {
        PetitionStory story = aPetition().accepted().published().closed();

        given(story)
                .when(publishReply(), OFFICER)
                .leadsTo(story.stage().state(), new PublicReplyPublished(PETITION, "路灯已修复", MONDAY));
    }
}
