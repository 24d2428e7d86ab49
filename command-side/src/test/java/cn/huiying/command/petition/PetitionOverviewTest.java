package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.endOf;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.petition.PetitionOverview.Offer;
import cn.huiying.command.petition.PetitionOverview.Standing;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import org.junit.jupiter.api.Test;

/** What a petition offers to whom, and the other reads of the command side. */
class PetitionOverviewTest {

    private static Standing standing(PetitionStory story, Actor actor) {
        return new PetitionOverview(InMemoryLog.of(story), Scenario.circumstances(story)).standing(PETITION, actor);
    }

    @Test
    void an_agencys_leader_may_object_until_the_limit_and_is_told_so() {
        Standing standing = standing(aPetition().handled(), People.LEADER);

        assertThat(standing.state()).isEqualTo(State.HANDLING);
        assertThat(standing.version()).isEqualTo(3);
        assertThat(standing.offers()).contains(new Offer("request-return", "申请退单", endOf("2023-03-07")));
    }

    @Test
    void the_author_is_told_until_when_to_mend_a_petition() {
        assertThat(standing(aPetition().awaitingCorrection(), People.AUTHOR).offers())
                .containsExactly(new Offer("correct", "补正", endOf("2023-03-13")), new Offer("withdraw", "撤回", null));
    }

    @Test
    void the_author_is_told_until_when_to_rate_the_answer() {
        assertThat(standing(aPetition().resolved(), People.AUTHOR).offers())
                .contains(new Offer("evaluate", "评价", endOf("2023-03-21")));
    }

    @Test
    void a_supervisor_sees_the_petition_but_handles_nothing() {
        assertThat(standing(aPetition().handled(), new Actor("s", Role.SUPERVISOR, null, null))
                        .offers())
                .isEmpty();
    }

    private static String contactRefusedBy(PetitionStory story, Actor actor) {
        Refused refused = catchThrowableOfType(Refused.class, () -> new PetitionOverview(InMemoryLog.of(story), null)
                .requireMaySeeContact(PETITION, actor));
        return refused == null ? null : refused.refusal().rule();
    }

    @Test
    void the_lead_agency_sees_how_to_reach_the_author_while_it_handles_the_petition() {
        assertThat(contactRefusedBy(aPetition().dispatched(), People.HANDLER)).isNull();
        assertThat(contactRefusedBy(aPetition().replied(), People.HANDLER)).isNull();
        assertThat(contactRefusedBy(aPetition().reopened(), People.HANDLER)).isNull();
        assertThat(contactRefusedBy(aPetition().resolved(), People.HANDLER)).isEqualTo("contact-only-while-assigned");
        assertThat(contactRefusedBy(aPetition().resolved(), People.OFFICER)).isNull();
    }

    @Test
    void neither_a_co_handler_nor_who_declared_an_interest_sees_how_to_reach_the_author() {
        assertThat(contactRefusedBy(
                        aPetition().coHandledBy(Directory.HUILAI_TRAFFIC), People.handlerOf(Directory.HUILAI_TRAFFIC)))
                .isEqualTo("only-the-lead-agency-may");
        assertThat(contactRefusedBy(aPetition().recused(People.HANDLER), People.HANDLER))
                .isEqualTo("nobody-with-a-declared-interest-handles-it");
        assertThat(contactRefusedBy(aPetition().recused(People.OFFICER), People.OFFICER))
                .isEqualTo("nobody-with-a-declared-interest-handles-it");
    }

    @Test
    void to_another_agency_or_citizen_the_petition_does_not_exist() {
        for (Actor stranger : new Actor[] {People.ANOTHER_CITIZEN, People.handlerOf(Directory.JIEXI_HOUSING)}) {
            Refused refused = catchThrowableOfType(
                    Refused.class, () -> standing(aPetition().handled(), stranger));
            assertThat(refused.refusal().kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Test
    void a_petition_that_is_not_there_is_not_found() {
        PetitionOverview overview = new PetitionOverview(InMemoryLog.of(), null);
        EventSourcedPetitions petitions = new EventSourcedPetitions(InMemoryLog.of());
        PetitionId nobodys = new PetitionId("PET-0");

        assertThat(overview.submission(nobodys)).isEmpty();
        assertThat(catchThrowableOfType(Refused.class, () -> overview.author(nobodys))
                        .refusal()
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(catchThrowableOfType(Refused.class, () -> overview.standing(nobodys, People.OFFICER))
                        .refusal()
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(catchThrowableOfType(Refused.class, () -> petitions.require(nobodys))
                        .refusal()
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void a_petitions_author_and_stage_are_read_off_its_stream() {
        PetitionStory story = aPetition().ratedDissatisfied();

        assertThat(new PetitionOverview(InMemoryLog.of(story), Scenario.circumstances(story)).author(PETITION))
                .isEqualTo(People.AUTHORS_ACCOUNT);
        assertThat(new EventSourcedPetitions(InMemoryLog.of(story)).require(PETITION))
                .isEqualTo(story.stage());
    }
}
