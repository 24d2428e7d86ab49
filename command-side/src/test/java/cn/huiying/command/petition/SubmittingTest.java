package cn.huiying.command.petition;

import static cn.huiying.command.petition.Commands.from;
import static cn.huiying.command.petition.Commands.submit;
import static cn.huiying.command.petition.Commands.submitHelp;
import static cn.huiying.command.petition.People.ANOTHER_CITIZEN;
import static cn.huiying.command.petition.People.AUTHOR;
import static cn.huiying.command.petition.People.account;
import static cn.huiying.command.petition.People.sealed;
import static cn.huiying.command.petition.PetitionStory.PETITION;
import static cn.huiying.command.petition.Scenario.givenNoPetition;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.petition.Scenario.Then;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Row 1 of domain 9.4. */
class SubmittingTest {

    private static final Sealed BODY = sealed("PetitionSubmitted.body");
    private static final Sealed CLAIM = sealed("PetitionSubmitted.claim");
    private static final Sealed SUPPLEMENT = sealed("PetitionSubmitted.supplement");

    @Test
    void a_citizen_in_good_standing_posts_a_petition() {
        SubmitPetition command = new SubmitPetition(
                PETITION,
                Moments.MONDAY,
                "JY20230306000001",
                People.AUTHORS_ACCOUNT,
                "王***",
                Section.SUGGESTION,
                Board.MUNICIPAL_LEADER,
                PetitionType.ADVICE,
                "交通",
                "445200",
                VisibilityWish.ANONYMOUS,
                sealed("PetitionSubmitted.title"),
                BODY,
                null,
                null,
                sealed("PetitionSubmitted.place"),
                sealed("PetitionSubmitted.hiddenRemark"),
                null,
                null,
                null,
                null,
                "another-board");

        givenNoPetition()
                .with(account(true, true, "2023-02", false, false))
                .when(command, AUTHOR)
                .begins(new PetitionSubmitted(
                        PETITION,
                        "JY20230306000001",
                        People.AUTHORS_ACCOUNT,
                        Section.SUGGESTION,
                        Board.MUNICIPAL_LEADER,
                        PetitionType.ADVICE,
                        "交通",
                        "445200",
                        VisibilityWish.ANONYMOUS,
                        "王***",
                        sealed("PetitionSubmitted.title"),
                        BODY,
                        null,
                        null,
                        sealed("PetitionSubmitted.place"),
                        sealed("PetitionSubmitted.hiddenRemark"),
                        null,
                        null,
                        null,
                        null,
                        "2023-02",
                        "another-board",
                        Moments.MONDAY));
    }

    @Test
    void a_complaint_states_a_claim_and_may_have_a_supplement() {
        givenNoPetition()
                .when(submit(PetitionType.COMPLAINT, null, CLAIM, SUPPLEMENT), AUTHOR)
                .begins(new PetitionSubmitted(
                        PETITION,
                        "JY20230306000001",
                        People.AUTHORS_ACCOUNT,
                        Section.MASS_MESSAGE,
                        Board.COUNTY_LEADER,
                        PetitionType.COMPLAINT,
                        "城建",
                        "445224",
                        VisibilityWish.PUBLIC,
                        "王***",
                        sealed("PetitionSubmitted.title"),
                        null,
                        CLAIM,
                        SUPPLEMENT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "2023-01",
                        null,
                        Moments.MONDAY));
    }

    static Stream<Arguments> bodies_that_do_not_fit_the_type() {
        return Stream.of(
                Arguments.of("a complaint without a claim", PetitionType.COMPLAINT, null, null, SUPPLEMENT),
                Arguments.of("a complaint with a body", PetitionType.COMPLAINT, BODY, CLAIM, null),
                Arguments.of("a cry for help without a body", PetitionType.HELP, null, null, null),
                Arguments.of("a question with a claim", PetitionType.CONSULTATION, BODY, CLAIM, null),
                Arguments.of("advice with a supplement", PetitionType.ADVICE, BODY, null, SUPPLEMENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies_that_do_not_fit_the_type")
    void only_a_complaint_has_a_claim_and_every_other_petition_has_a_body(
            String what, PetitionType type, Sealed body, Sealed claim, Sealed supplement) {
        givenNoPetition()
                .when(submit(type, body, claim, supplement), AUTHOR)
                .refusedBy("complaint-has-claim-others-have-body");
    }

    static Stream<Arguments> suggestions_that_lack_something() {
        Sealed reason = sealed("PetitionSubmitted.reason");
        Sealed proposal = sealed("PetitionSubmitted.proposal");
        return Stream.of(
                Arguments.of("no reason", Section.SUGGESTION, PetitionType.ADVICE, null, null, proposal),
                Arguments.of("no proposal", Section.SUGGESTION, PetitionType.ADVICE, null, reason, null),
                Arguments.of("a body", Section.SUGGESTION, PetitionType.ADVICE, BODY, reason, proposal),
                Arguments.of("no advice", Section.SUGGESTION, PetitionType.HELP, null, reason, proposal),
                Arguments.of("no suggestion", Section.MASS_MESSAGE, PetitionType.ADVICE, BODY, reason, proposal));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suggestions_that_lack_something")
    void a_suggestion_gives_a_reason_and_a_proposal_and_nothing_else_does(
            String what, Section section, PetitionType type, Sealed body, Sealed reason, Sealed proposal) {
        givenNoPetition()
                .when(submit(section, type, body, reason, proposal), AUTHOR)
                .refusedBy("a-suggestion-gives-reason-and-proposal");
    }

    @Test
    void a_suggestion_from_elsewhere_may_have_been_posted_with_a_body_or_with_reason_and_proposal() {
        SubmitPetition posted = submit(
                Section.SUGGESTION,
                PetitionType.ADVICE,
                null,
                sealed("PetitionSubmitted.reason"),
                sealed("PetitionSubmitted.proposal"));
        for (SubmitPetition imported : List.of(
                from("another-board", posted),
                from("another-board", submit(Section.SUGGESTION, PetitionType.ADVICE, BODY, null, null)))) {
            givenNoPetition().when(imported, AUTHOR).result().expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void a_suggestion_is_posted_with_its_reason_and_proposal() {
        Sealed reason = sealed("PetitionSubmitted.reason");
        Sealed proposal = sealed("PetitionSubmitted.proposal");
        givenNoPetition()
                .when(submit(Section.SUGGESTION, PetitionType.ADVICE, null, reason, proposal), AUTHOR)
                .begins(new PetitionSubmitted(
                        PETITION,
                        "JY20230306000001",
                        People.AUTHORS_ACCOUNT,
                        Section.SUGGESTION,
                        Board.MUNICIPAL_LEADER,
                        PetitionType.ADVICE,
                        "交通",
                        "445200",
                        VisibilityWish.PUBLIC,
                        "王***",
                        sealed("PetitionSubmitted.title"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        reason,
                        proposal,
                        "2023-01",
                        null,
                        Moments.MONDAY));
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void an_enterprise_and_a_citizen_each_post_in_their_own_sections(Section section) {
        boolean suggestion = section == Section.SUGGESTION;
        SubmitPetition command = suggestion
                ? submit(
                        section,
                        PetitionType.ADVICE,
                        null,
                        sealed("PetitionSubmitted.reason"),
                        sealed("PetitionSubmitted.proposal"))
                : section == Section.POLICY_INQUIRY
                        ? Commands.ask(section, Scenario.POLICY, null)
                        : submit(section, PetitionType.HELP, BODY, null, null);
        for (AccountStanding account : List.of(People.goodStanding(), People.enterprise())) {
            boolean enterprise = account.enterprise() != null;
            boolean fits = suggestion || enterprise == (section != Section.MASS_MESSAGE);
            Then then = givenNoPetition().with(account).when(command, AUTHOR);
            if (fits) {
                then.result().expectSuccessfulHandlerExecution();
            } else {
                then.refusedBy("section-fits-the-author");
            }
        }
    }

    @Test
    void an_inquiry_is_posted_with_the_policy_it_is_about() {
        assertThat(givenNoPetition()
                        .with(People.enterprise())
                        .when(Commands.ask(Section.POLICY_INQUIRY, Scenario.POLICY, null), AUTHOR)
                        .events())
                .first()
                .extracting(event -> ((PetitionSubmitted) event).policy())
                .isEqualTo(Scenario.POLICY);
    }

    @Test
    void an_inquiry_names_its_policy_and_nothing_else_does_but_history_from_elsewhere_may_name_any_or_none() {
        givenNoPetition()
                .with(People.enterprise())
                .when(Commands.ask(Section.POLICY_INQUIRY, null, null), AUTHOR)
                .refusedBy("an-inquiry-names-its-policy");
        givenNoPetition()
                .with(People.enterprise())
                .when(Commands.ask(Section.ENTERPRISE_DEMAND, Scenario.POLICY, null), AUTHOR)
                .refusedBy("an-inquiry-names-its-policy");
        for (PolicyId policy : Arrays.asList(null, new PolicyId("POL-9"))) {
            givenNoPetition()
                    .when(Commands.ask(Section.POLICY_INQUIRY, policy, "another-board"), AUTHOR)
                    .result()
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void an_inquiry_about_a_policy_that_does_not_stand_is_refused() {
        givenNoPetition()
                .with(People.enterprise())
                .when(Commands.ask(Section.POLICY_INQUIRY, new PolicyId("POL-9"), null), AUTHOR)
                .refusedBy("policy-is-in-the-library");
    }

    static Stream<Arguments> accounts_that_may_not_post() {
        return Stream.of(
                Arguments.of("注册", account(false, false, null, false, false)),
                Arguments.of("手机", account(true, false, "2023-01", false, false)),
                Arguments.of("冻结", account(true, true, "2023-01", true, false)),
                Arguments.of("注销", account(true, true, "2023-01", false, true)));
    }

    @ParameterizedTest
    @MethodSource("accounts_that_may_not_post")
    void an_account_that_lacks_something_may_not_post_and_is_told_what(String word, AccountStanding account) {
        assertThat(givenNoPetition()
                        .with(account)
                        .when(submitHelp(), AUTHOR)
                        .refused(Kind.RULE, "account-may-post")
                        .chinese())
                .contains(word);
    }

    @Test
    void an_account_that_accepted_no_privacy_notice_may_not_post() {
        givenNoPetition()
                .with(account(true, true, null, false, false))
                .when(submitHelp(), AUTHOR)
                .refusedBy("account-may-post");
    }

    @Test
    void a_petition_is_about_a_listed_field_of_life() {
        assertThat(givenNoPetition()
                        .when(submit(People.AUTHORS_ACCOUNT, PetitionType.HELP, "航天", BODY, null, null), AUTHOR)
                        .refused(Kind.RULE, "domain-is-listed")
                        .chinese())
                .contains(Settings.DOMAINS);
    }

    @Test
    void nobody_posts_in_another_citizens_name() {
        givenNoPetition().when(submitHelp(), ANOTHER_CITIZEN).refused(Kind.NOT_FOUND, "petition-not-found");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITIZEN", "ENTERPRISE"})
    void only_citizens_and_enterprises_post(Role role) {
        Actor somebody = new Actor(AUTHOR.id(), role, "445224-101", "445224");
        givenNoPetition().when(submitHelp(), somebody).refused(Kind.FORBIDDEN, "role-may-not");
    }
}
