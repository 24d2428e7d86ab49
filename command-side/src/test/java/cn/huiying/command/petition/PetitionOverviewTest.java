package cn.huiying.command.petition;

import static cn.huiying.command.petition.Moments.MONDAY;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a petition offers to whom, and the other reads of the command side. */
class PetitionOverviewTest {

    private static Standing standing(PetitionStory story, Actor actor) {
        return new PetitionOverview(InMemoryLog.of(story), Scenario.circumstances(story))
                .standing(PETITION, actor, MONDAY);
    }

    static Stream<Arguments> what_the_procedure_allows() {
        return Arrays.stream(State.values())
                .flatMap(state -> PetitionActions.allowedIn(
                                ProcedureMatrix.in(state).stage())
                        .stream()
                        .map(slug -> Arguments.of(state, slug)));
    }

    /** In the side states a command needs, and in those that a petition has when nothing special has happened. */
    @ParameterizedTest
    @MethodSource("what_the_procedure_allows")
    void what_is_offered_is_what_would_be_taken(State state, String slug) {
        Actor actor = ProcedureMatrix.someoneWhoMay(state, slug);
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY);
        // To resection, it depends on what is said: the section it is in already is none.
        List<PetitionStory> stories = slug.equals("resection")
                ? List.of(ProcedureMatrix.ready(state, slug))
                : List.of(ProcedureMatrix.ready(state, slug), ProcedureMatrix.in(state));
        for (PetitionStory story : stories) {
            boolean hasIt = actor.agency() == null
                    || actor.agency().equals(story.stage().lead())
                    || story.stage().isCoHandler(actor.agency());
            boolean offered = hasIt
                    && standing(story, actor).offers().stream()
                            .anyMatch(offer -> offer.command().equals(slug));
            boolean taken =
                    !ProcedureMatrix.send(story, command, actor).eventsOrNone().isEmpty();
            assertThat(offered).as("%s to %s", slug, story.events()).isEqualTo(taken);
        }
        assertThat(standing(ProcedureMatrix.ready(state, slug), actor).offers())
                .extracting(Offer::command)
                .contains(slug);
    }

    @Test
    void what_was_due_before_counts_though_no_sweep_has_recorded_it() {
        PetitionStory story = aPetition().underPolicy("JY-1-3-5-7-15-H").handled();
        PetitionOverview overview = new PetitionOverview(InMemoryLog.of(story), Scenario.circumstances(story));

        assertThat(overview.standing(PETITION, People.LEADER, endOf("2023-03-30"))
                        .offers())
                .extracting(Offer::command)
                .contains("explain-delay")
                .doesNotContain("pause-clock", "request-extension", "request-return");
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
                .containsExactly(
                        new Offer("add-attachment", "上传附件", null),
                        new Offer("correct", "补正", endOf("2023-03-13")),
                        new Offer("withdraw", "撤回", null));
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
        assertThat(catchThrowableOfType(Refused.class, () -> overview.standing(nobodys, People.OFFICER, MONDAY))
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
