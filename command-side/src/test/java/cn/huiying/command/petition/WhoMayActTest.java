package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.accept;
import static cn.huiying.command.petition.Commands.correct;
import static cn.huiying.command.petition.Commands.evaluate;
import static cn.huiying.command.petition.Commands.logContact;
import static cn.huiying.command.petition.Commands.sign;
import static cn.huiying.command.petition.Commands.withdraw;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.ANOTHER_CITIZEN;
import static cn.huiying.command.petition.People.ENTERPRISE;
import static cn.huiying.command.petition.People.HANDLER;
import static cn.huiying.command.petition.People.HUILAI_OFFICER;
import static cn.huiying.command.petition.People.JIEXI_OFFICER;
import static cn.huiying.command.petition.People.LEADER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send which command (domain 9.4 and 9.6): by role, then by authorship, agency or county. */
class WhoMayActTest {

    private static final Set<Role> OFFICERS = EnumSet.of(Role.INTAKE_OFFICER, Role.COUNTY_OFFICER);
    private static final Set<Role> AUTHORS = EnumSet.of(Role.CITIZEN, Role.ENTERPRISE);
    private static final Set<Role> HANDLERS = EnumSet.of(Role.AGENCY_HANDLER);
    private static final Set<Role> AGENCY = EnumSet.of(Role.AGENCY_HANDLER, Role.AGENCY_LEADER);
    private static final Set<Role> LEADERS = EnumSet.of(Role.AGENCY_LEADER);
    private static final Set<Role> PLATFORM = EnumSet.of(Role.SYSTEM);

    /** The actors of the rows of domain 9.4, read with the table of roles, 9.6. */
    static final Map<String, Set<Role>> ACTORS = Map.ofEntries(
            Map.entry("submit", AUTHORS),
            Map.entry("request-correction", OFFICERS),
            Map.entry("correct", AUTHORS),
            Map.entry("reject", OFFICERS),
            Map.entry("redirect", OFFICERS),
            Map.entry("merge", OFFICERS),
            Map.entry("accept", OFFICERS),
            Map.entry("dispatch", OFFICERS),
            Map.entry("sign", HANDLERS),
            Map.entry("request-return", LEADERS),
            Map.entry("decide-return", OFFICERS),
            Map.entry("designate", EnumSet.of(Role.BUREAU_LEADER)),
            Map.entry("log-contact", HANDLERS),
            Map.entry("log-site-visit", HANDLERS),
            Map.entry("post-progress", HANDLERS),
            Map.entry("submit-reply", HANDLERS),
            Map.entry("study", HANDLERS),
            Map.entry("select", EnumSet.of(Role.BUREAU_LEADER)),
            Map.entry("reward", EnumSet.of(Role.BUREAU_LEADER)),
            Map.entry("note-conversion", PLATFORM),
            Map.entry("return-reply", EnumSet.of(Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER)),
            Map.entry("approve-reply", LEADERS),
            Map.entry("confirm-reply", OFFICERS),
            Map.entry("evaluate", AUTHORS),
            Map.entry("propose-co-handler", AGENCY),
            Map.entry("add-co-handler", OFFICERS),
            Map.entry("remove-co-handler", OFFICERS),
            Map.entry("report-co-handling", HANDLERS),
            Map.entry(
                    "declare-recusal",
                    EnumSet.of(Role.AGENCY_HANDLER, Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER)),
            Map.entry("request-extension", LEADERS),
            Map.entry("decide-extension", EnumSet.of(Role.INTAKE_OFFICER, Role.COUNTY_OFFICER, Role.BUREAU_LEADER)),
            Map.entry("pause-clock", EnumSet.of(Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER)),
            Map.entry("resume-clock", EnumSet.of(Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER)),
            Map.entry("explain-delay", LEADERS),
            Map.entry("terminate", OFFICERS),
            Map.entry("record-callback", OFFICERS),
            Map.entry("challenge-evaluation", LEADERS),
            Map.entry("decide-challenge", EnumSet.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER)),
            Map.entry("reopen", EnumSet.of(Role.INTAKE_OFFICER, Role.COUNTY_OFFICER, Role.SUPERVISOR)),
            Map.entry("request-reexamination", AUTHORS),
            Map.entry("conclude-reexamination", EnumSet.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER)),
            Map.entry("request-review", AUTHORS),
            Map.entry("conclude-review", EnumSet.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER)),
            Map.entry("resection", OFFICERS),
            Map.entry("record-due-moments", PLATFORM),
            Map.entry("put-under-supervision", PLATFORM),
            Map.entry("note-media-report", PLATFORM),
            Map.entry("release-from-supervision", PLATFORM),
            Map.entry("recalculate-deadlines", PLATFORM),
            Map.entry("hand-over-to-successor", PLATFORM),
            Map.entry("add-attachment", AUTHORS),
            Map.entry("remove-attachment", AUTHORS),
            Map.entry("hide-attachment", OFFICERS),
            Map.entry("withdraw", AUTHORS),
            Map.entry("publish", OFFICERS),
            Map.entry("publish-reply", OFFICERS),
            Map.entry("take-down", OFFICERS));

    static Stream<Arguments> forbidden_pairs() {
        return ACTORS.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("submit"))
                .flatMap(entry -> EnumSet.complementOf(EnumSet.copyOf(entry.getValue())).stream()
                        .map(role -> Arguments.of(entry.getKey(), role)));
    }

    @ParameterizedTest
    @MethodSource("forbidden_pairs")
    void a_command_is_refused_to_every_role_but_those_of_the_procedure(String slug, Role role) {
        Object command = Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY);

        given(aPetition().handled()).when(command, People.inRole(role)).refused(Kind.FORBIDDEN, "role-may-not");
    }

    static Stream<Arguments> actors() {
        return ACTORS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("actors")
    void a_command_declares_the_roles_of_the_procedure(String slug, Set<Role> roles) {
        assertThat(PetitionActions.of(PetitionActions.bySlug().get(slug)).roles())
                .containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void the_procedure_knows_these_commands_and_no_others() {
        assertThat(PetitionActions.bySlug().keySet()).isEqualTo(ACTORS.keySet());
        assertThat(PetitionActions.bySlug().get("submit")).isEqualTo(SubmitPetition.class);
    }

    @Test
    void to_another_citizen_the_petition_does_not_exist() {
        given(aPetition().submitted()).when(withdraw(), ANOTHER_CITIZEN).refused(Kind.NOT_FOUND, "petition-not-found");
        given(aPetition().awaitingCorrection())
                .when(correct(MONDAY), ANOTHER_CITIZEN)
                .refused(Kind.NOT_FOUND, "petition-not-found");
        given(aPetition().resolved())
                .when(evaluate(1, 1, 1), ANOTHER_CITIZEN)
                .refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void an_enterprise_acts_on_its_own_petition_only() {
        AccountId account = AccountId.ofSubject(ENTERPRISE.id());

        given(aPetition().by(account).submitted())
                .when(withdraw(), ENTERPRISE)
                .leadsTo(State.WITHDRAWN, new PetitionWithdrawn(PETITION, "已解决", MONDAY));
        given(aPetition().submitted()).when(withdraw(), ENTERPRISE).refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void to_another_agency_the_petition_does_not_exist() {
        given(aPetition().dispatchedTo(Directory.HUILAI_TRAFFIC))
                .when(sign(MONDAY), HANDLER)
                .refused(Kind.NOT_FOUND, "petition-not-found");
        given(aPetition().handledBy(Directory.HUILAI_TRAFFIC))
                .when(logContact(MONDAY), HANDLER)
                .refused(Kind.NOT_FOUND, "petition-not-found");
        given(aPetition().handledBy(Directory.HUILAI_TRAFFIC).replied())
                .when(Commands.approve(MONDAY), LEADER)
                .refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void to_an_agency_that_returned_it_the_petition_does_not_exist_any_more() {
        given(aPetition().returnGranted())
                .when(Commands.requestReturn(MONDAY), LEADER)
                .refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void agency_staff_without_an_agency_see_nothing() {
        given(aPetition().accepted())
                .when(sign(MONDAY), new Actor("somebody", Role.AGENCY_HANDLER, null, null))
                .refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void a_county_officer_does_not_act_on_another_countys_petition() {
        given(aPetition().submitted())
                .when(accept(PetitionClass.CLAIM, null), JIEXI_OFFICER)
                .refused(Kind.FORBIDDEN, "county-officer-stays-in-own-county");
    }

    @Test
    void a_county_officer_does_not_act_on_the_city_board() {
        given(aPetition().onTheCityBoard().submitted())
                .when(accept(PetitionClass.CLAIM, null), HUILAI_OFFICER)
                .refused(Kind.FORBIDDEN, "county-officer-stays-in-own-county");
    }

    @Test
    void a_county_officer_without_a_county_acts_nowhere() {
        given(aPetition().submitted())
                .when(accept(PetitionClass.CLAIM, null), new Actor("somebody", Role.COUNTY_OFFICER, null, null))
                .refused(Kind.FORBIDDEN, "county-officer-stays-in-own-county");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "redirect", "request-correction", "dispatch", "publish", "take-down"})
    void another_countys_officer_is_refused_before_anything_is_said_about_the_petition(String slug) {
        given(aPetition().submitted())
                .when(Commands.plausible(PetitionActions.bySlug().get(slug), MONDAY), JIEXI_OFFICER)
                .refused(Kind.FORBIDDEN, "county-officer-stays-in-own-county");
    }
}
