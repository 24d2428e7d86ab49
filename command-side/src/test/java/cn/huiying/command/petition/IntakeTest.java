package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.accept;
import static cn.huiying.command.petition.Commands.mergeInto;
import static cn.huiying.command.petition.Commands.withdraw;
import static cn.huiying.command.petition.Moments.MONDAY;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.HUILAI_OFFICER;
import static cn.huiying.command.petition.People.OFFICER;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.PetitionStory.aPetition;
import static cn.huiying.command.petition.Scenario.given;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.redirecting.RedirectPetition;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.NotAcceptedReason;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPutUnderSupervision;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.RedirectTarget;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.rule.Refusal.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 4 to 7 and 27 of domain 9.4: what becomes of a petition at the bureau's desk. */
class IntakeTest {

    private static final PetitionId MAIN = new PetitionId("PET-0");

    @Test
    void the_bureau_declines_a_petition_with_a_coded_reason_and_the_right_route() {
        given(aPetition().submitted())
                .when(new RejectPetition(PETITION, MONDAY, NotAcceptedReason.ALREADY_CONCLUDED, "已有终审判决"), OFFICER)
                .leadsTo(
                        State.NOT_ACCEPTED,
                        new PetitionNotAccepted(PETITION, NotAcceptedReason.ALREADY_CONCLUDED, "已有终审判决", MONDAY));
    }

    static Stream<PetitionStory> petitions_not_yet_dispatched() {
        return Stream.of(aPetition().submitted(), aPetition().accepted());
    }

    @ParameterizedTest
    @MethodSource("petitions_not_yet_dispatched")
    void the_bureau_directs_a_petition_to_another_lawful_route_until_it_is_dispatched(PetitionStory story) {
        given(story)
                .when(new RedirectPetition(PETITION, MONDAY, RedirectTarget.DISCIPLINE_INSPECTION, "请向纪委反映"), OFFICER)
                .leadsTo(
                        State.REDIRECTED,
                        new PetitionRedirected(PETITION, RedirectTarget.DISCIPLINE_INSPECTION, "请向纪委反映", MONDAY));
    }

    @ParameterizedTest
    @MethodSource("petitions_not_yet_dispatched")
    void a_duplicate_is_merged_into_the_same_authors_open_petition(PetitionStory story) {
        given(story)
                .and(aPetition(MAIN).handled())
                .when(mergeInto(MAIN), OFFICER)
                .leadsTo(State.MERGED, new PetitionMerged(PETITION, MAIN, "同一事项", MONDAY));
    }

    @Test
    void a_duplicate_is_merged_into_a_concluded_petition() {
        given(aPetition().submitted())
                .and(aPetition(MAIN).closed())
                .when(mergeInto(MAIN), OFFICER)
                .leadsTo(State.MERGED, new PetitionMerged(PETITION, MAIN, "同一事项", MONDAY));
    }

    @Test
    void petitions_of_different_authors_are_not_merged() {
        given(aPetition().submitted())
                .and(aPetition(MAIN).by(new AccountId("ACC-li")).handled())
                .when(mergeInto(MAIN), OFFICER)
                .refusedBy("only-the-same-authors-petitions-are-merged");
    }

    static Stream<PetitionStory> petitions_that_ended() {
        return Stream.of(
                aPetition(MAIN).withdrawn(),
                aPetition(MAIN).notAccepted(),
                aPetition(MAIN).redirected(),
                aPetition(MAIN).merged());
    }

    @ParameterizedTest
    @MethodSource("petitions_that_ended")
    void nothing_is_merged_into_a_petition_that_does_not_stand_any_more(PetitionStory main) {
        given(aPetition().submitted()).and(main).when(mergeInto(MAIN), OFFICER).refusedBy("the-main-petition-stands");
    }

    @Test
    void a_petition_is_not_merged_into_itself() {
        given(aPetition().submitted())
                .and(aPetition().submitted())
                .when(mergeInto(PETITION), OFFICER)
                .refusedBy("the-main-petition-stands");
    }

    @Test
    void nothing_is_merged_into_a_petition_that_is_not_there() {
        given(aPetition().submitted()).when(mergeInto(MAIN), OFFICER).refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @Test
    void the_bureau_accepts_a_petition_and_classifies_it() {
        given(aPetition().submitted())
                .when(
                        new AcceptPetition(
                                PETITION,
                                MONDAY,
                                PetitionType.COMPLAINT,
                                "环保",
                                PetitionClass.CLAIM,
                                LimitClass.C15,
                                Urgency.URGENT,
                                null),
                        OFFICER)
                .leadsTo(
                        State.ACCEPTED,
                        new PetitionAccepted(
                                PETITION,
                                PetitionType.COMPLAINT,
                                "环保",
                                PetitionClass.CLAIM,
                                LimitClass.C15,
                                Urgency.URGENT,
                                null,
                                MONDAY));
    }

    @Test
    void what_the_officer_does_not_change_stays_as_the_author_said() {
        given(aPetition().ofType(PetitionType.CONSULTATION).submitted())
                .when(accept(PetitionClass.OPINION, null), HUILAI_OFFICER)
                .leadsTo(
                        State.ACCEPTED,
                        new PetitionAccepted(
                                PETITION,
                                PetitionType.CONSULTATION,
                                "城建",
                                PetitionClass.OPINION,
                                LimitClass.C7,
                                Urgency.NORMAL,
                                null,
                                MONDAY));
    }

    @Test
    void an_accusation_names_the_accused_agency() {
        given(aPetition().submitted())
                .when(accept(PetitionClass.ACCUSATION, Directory.HUILAI_HOUSING), OFFICER)
                .leadsTo(
                        State.ACCEPTED,
                        new PetitionAccepted(
                                PETITION,
                                PetitionType.HELP,
                                "城建",
                                PetitionClass.ACCUSATION,
                                LimitClass.C7,
                                Urgency.NORMAL,
                                Directory.HUILAI_HOUSING,
                                MONDAY));
    }

    @ParameterizedTest
    @EnumSource(
            value = PetitionClass.class,
            names = {"OPINION", "CLAIM"})
    void only_an_accusation_names_an_accused_agency(PetitionClass petitionClass) {
        given(aPetition().submitted())
                .when(accept(petitionClass, Directory.HUILAI_HOUSING), OFFICER)
                .refusedBy("only-an-accusation-names-the-accused");
    }

    @Test
    void the_accused_agency_is_one_of_the_directory() {
        given(aPetition().submitted())
                .when(accept(PetitionClass.ACCUSATION, Directory.UNLISTED), OFFICER)
                .refusedBy("agency-is-listed");
    }

    @Test
    void a_petition_is_accepted_into_a_listed_field_of_life() {
        given(aPetition().submitted())
                .when(
                        new AcceptPetition(
                                PETITION, MONDAY, null, "航天", PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null),
                        OFFICER)
                .refusedBy("domain-is-listed");
    }

    static Stream<PetitionStory> petitions_without_an_answer() {
        return Stream.of(
                aPetition().submitted(),
                aPetition().awaitingCorrection(),
                aPetition().accepted(),
                aPetition().dispatched(),
                aPetition().handled(),
                aPetition().replied(),
                aPetition().urgency(Urgency.URGENT).handled());
    }

    @ParameterizedTest
    @MethodSource("petitions_without_an_answer")
    void the_author_takes_a_petition_back_until_it_is_answered(PetitionStory story) {
        given(story).when(withdraw(), AUTHOR).leadsTo(State.WITHDRAWN, new PetitionWithdrawn(PETITION, "已解决", MONDAY));
    }

    @Test
    void a_major_matter_is_not_withdrawn() {
        given(aPetition().urgency(Urgency.MAJOR).handled())
                .when(withdraw(), AUTHOR)
                .refusedBy("no-withdrawal-of-a-major-matter");
    }

    @Test
    void a_petition_under_supervision_is_not_withdrawn() {
        given(aPetition().handled().then(new PetitionPutUnderSupervision(PETITION, "ORD-1", MONDAY)))
                .when(withdraw(), AUTHOR)
                .refusedBy("no-withdrawal-under-supervision");
    }
}
