package cn.huiying.command.account;

import static cn.huiying.command.common.CommandMetadata.IDEMPOTENCY_KEY;
import static cn.huiying.command.common.CommandMetadata.REQUEST_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.command.account.cancelling.CancelAccount;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.freezing.FreezeAccount;
import cn.huiying.command.account.freezing.UnfreezeAccount;
import cn.huiying.command.account.profiling.ChangeEnterpriseProfile;
import cn.huiying.command.account.registering.AcceptPrivacyNotice;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.account.registering.RegisterEnterprise;
import cn.huiying.command.account.verifying.RefuseEnterprise;
import cn.huiying.command.account.verifying.VerifyEnterprise;
import cn.huiying.command.account.viewing.ViewContactData;
import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.PersonalDataViewed;
import cn.huiying.shared.account.PhoneCodeIssued;
import cn.huiying.shared.account.PhoneCodeRefused;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final AccountId ACCOUNT = new AccountId("ACC-wang");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");
    private static final Instant IN_TEN_MINUTES = NOW.plusSeconds(600);
    private static final Sealed NAME = new Sealed("test", "ACC-wang", "CitizenRegistered.name", "AAAA");
    private static final Sealed PHONE = new Sealed("test", "ACC-wang", "CitizenRegistered.phone", "BBBB");

    private static final Sealed CODE = new Sealed("test", "ACC-wang", "EnterpriseRegistered.creditCode", "CCCC");
    private static final Sealed CONTACT = new Sealed("test", "ACC-wang", "EnterpriseRegistered.contact", "DDDD");

    private static final AccountEvent REGISTERED = new CitizenRegistered(ACCOUNT, NAME, PHONE, NOW);
    private static final AccountEvent NOTICED = new PrivacyNoticeAccepted(ACCOUNT, "2023-01", NOW);
    private static final AccountEvent NOTICED_ANEW = new PrivacyNoticeAccepted(ACCOUNT, "2023-02", NOW);
    private static final AccountEvent CODE_OUT = new PhoneCodeIssued(ACCOUNT, "right", IN_TEN_MINUTES, NOW);
    private static final AccountEvent CONFIRMED = new PhoneConfirmed(ACCOUNT, NOW);
    private static final AccountEvent FROZEN = new AccountFrozen(ACCOUNT, "刷屏", NOW);
    private static final AccountEvent UNFROZEN = new AccountUnfrozen(ACCOUNT, "申诉成立", NOW);
    private static final AccountEvent CANCELLED = new AccountCancelled(ACCOUNT, "不再使用", NOW);

    private static ResultValidator<Account> when(Object command, AccountEvent... history) {
        AggregateTestFixture<Account> fixture = fixture();
        return history.length == 0
                ? fixture.givenNoPriorActivity().when(command)
                : fixture.given((Object[]) history).when(command);
    }

    private static AggregateTestFixture<Account> fixture() {
        AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerInjectableResource(new AccountSettings("2023-02"));
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(IDEMPOTENCY_KEY, REQUEST_DIGEST)));
        return fixture;
    }

    private static AccountEvent[] registeredAnd(AccountEvent... more) {
        return Stream.concat(Stream.of(REGISTERED, NOTICED), Arrays.stream(more))
                .toArray(AccountEvent[]::new);
    }

    private static void assertRefused(ResultValidator<Account> result, String rule) {
        result.expectNoEvents().expectException(new CustomMatcher<Object>("a refusal by " + rule) {
            @Override
            public boolean matches(Object exception) {
                return exception instanceof Refused refused
                        && refused.refusal().rule().equals(rule);
            }
        });
    }

    private static AccountStanding standing(AccountEvent... history) {
        AccountStanding standing = AccountStanding.NONE;
        for (AccountEvent event : history) {
            standing = standing.evolve(event);
        }
        return standing;
    }

    @Test
    void a_citizen_registers_and_accepts_the_privacy_notice() {
        when(new RegisterCitizen(ACCOUNT, NOW, NAME, PHONE, "2023-02"))
                .expectEvents(
                        new CitizenRegistered(ACCOUNT, NAME, PHONE, NOW),
                        new PrivacyNoticeAccepted(ACCOUNT, "2023-02", NOW));
    }

    @Test
    void a_citizen_registers_once() {
        assertRefused(
                when(new RegisterCitizen(ACCOUNT, NOW, NAME, PHONE, "2023-02"), registeredAnd()), "account-is-new");
    }

    @Test
    void only_the_privacy_notice_in_force_is_accepted() {
        assertRefused(when(new RegisterCitizen(ACCOUNT, NOW, NAME, PHONE, "2023-01")), "current-notice-accepted");
        assertRefused(
                when(new AcceptPrivacyNotice(ACCOUNT, NOW, "2023-01"), registeredAnd()), "current-notice-accepted");
    }

    @Test
    void a_newer_privacy_notice_is_accepted_and_the_same_one_changes_nothing() {
        when(new AcceptPrivacyNotice(ACCOUNT, NOW, "2023-02"), registeredAnd())
                .expectEvents(new PrivacyNoticeAccepted(ACCOUNT, "2023-02", NOW));
        when(
                        new AcceptPrivacyNotice(ACCOUNT, NOW, "2023-02"),
                        registeredAnd(new PrivacyNoticeAccepted(ACCOUNT, "2023-02", NOW)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_code_goes_to_the_phone() {
        when(new IssuePhoneCode(ACCOUNT, NOW, "right", IN_TEN_MINUTES), registeredAnd())
                .expectEvents(new PhoneCodeIssued(ACCOUNT, "right", IN_TEN_MINUTES, NOW));
    }

    @Test
    void the_right_code_confirms_the_phone_until_it_expires() {
        when(new ConfirmPhone(ACCOUNT, IN_TEN_MINUTES, "right"), registeredAnd(CODE_OUT))
                .expectResultMessagePayload(standing(registeredAnd(CODE_OUT, CONFIRMED)))
                .expectEvents(new PhoneConfirmed(ACCOUNT, IN_TEN_MINUTES));
    }

    @Test
    void a_wrong_code_is_counted() {
        when(new ConfirmPhone(ACCOUNT, NOW, "wrong"), registeredAnd(CODE_OUT))
                .expectResultMessagePayload(standing(registeredAnd(wrongTimes(1))))
                .expectEvents(new PhoneCodeRefused(ACCOUNT, 1, NOW));
        when(new ConfirmPhone(ACCOUNT, NOW, "wrong"), registeredAnd(wrongTimes(4)))
                .expectResultMessagePayload(standing(registeredAnd(wrongTimes(5))))
                .expectEvents(new PhoneCodeRefused(ACCOUNT, 5, NOW));
    }

    @Test
    void after_four_wrong_codes_the_right_one_still_counts() {
        when(new ConfirmPhone(ACCOUNT, NOW, "right"), registeredAnd(wrongTimes(4)))
                .expectResultMessagePayload(standing(registeredAnd(CODE_OUT, CONFIRMED)))
                .expectEvents(new PhoneConfirmed(ACCOUNT, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"right", "wrong"})
    void after_five_wrong_codes_the_code_is_out(String code) {
        assertRefused(when(new ConfirmPhone(ACCOUNT, NOW, code), registeredAnd(wrongTimes(5))), "phone-code-is-out");
    }

    @Test
    void a_new_code_gives_new_attempts() {
        List<AccountEvent> history = new ArrayList<>(List.of(wrongTimes(5)));
        history.add(new PhoneCodeIssued(ACCOUNT, "newer", IN_TEN_MINUTES, NOW));
        AccountEvent[] events = registeredAnd(history.toArray(AccountEvent[]::new));

        when(new ConfirmPhone(ACCOUNT, NOW, "newer"), events)
                .expectResultMessagePayload(standing(registeredAnd(CODE_OUT, CONFIRMED)));
        when(new ConfirmPhone(ACCOUNT, NOW, "right"), events).expectEvents(new PhoneCodeRefused(ACCOUNT, 1, NOW));
    }

    @Test
    void an_expired_code_is_out() {
        assertRefused(
                when(new ConfirmPhone(ACCOUNT, IN_TEN_MINUTES.plusMillis(1), "right"), registeredAnd(CODE_OUT)),
                "phone-code-is-out");
    }

    @Test
    void a_code_that_was_never_sent_or_was_used_is_out() {
        assertRefused(when(new ConfirmPhone(ACCOUNT, NOW, "right"), registeredAnd()), "phone-code-is-out");
        assertRefused(
                when(new ConfirmPhone(ACCOUNT, NOW, "right"), registeredAnd(CODE_OUT, CONFIRMED)), "phone-code-is-out");
    }

    @Test
    void an_account_is_frozen_once() {
        when(new FreezeAccount(ACCOUNT, NOW, "刷屏"), registeredAnd())
                .expectEvents(new AccountFrozen(ACCOUNT, "刷屏", NOW));
        when(new FreezeAccount(ACCOUNT, NOW, "刷屏"), registeredAnd(FROZEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_frozen_account_is_unfrozen_once() {
        when(new UnfreezeAccount(ACCOUNT, NOW, "申诉成立"), registeredAnd(FROZEN))
                .expectEvents(new AccountUnfrozen(ACCOUNT, "申诉成立", NOW));
        when(new UnfreezeAccount(ACCOUNT, NOW, "申诉成立"), registeredAnd(FROZEN, UNFROZEN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_holder_gives_the_account_up() {
        when(new CancelAccount(ACCOUNT, NOW, "不再使用"), registeredAnd())
                .expectEvents(new AccountCancelled(ACCOUNT, "不再使用", NOW));
    }

    private static final RegisterEnterprise ENTERPRISE = new RegisterEnterprise(
            ACCOUNT,
            NOW,
            NAME,
            CODE,
            "digest",
            CONTACT,
            PHONE,
            Industry.MANUFACTURING,
            EnterpriseSize.SMALL,
            "445281",
            "2023-02");
    private static final AccountEvent ENTERPRISE_REGISTERED = new EnterpriseRegistered(
            ACCOUNT, NAME, CODE, "digest", CONTACT, PHONE, Industry.MANUFACTURING, EnterpriseSize.SMALL, "445281", NOW);
    private static final AccountEvent VERIFIED = new EnterpriseVerified(ACCOUNT, NOW);
    private static final AccountEvent REFUSED = new EnterpriseVerificationRefused(ACCOUNT, "名称与代码不符", NOW);

    @Test
    void an_enterprise_registers_and_accepts_the_privacy_notice() {
        when(ENTERPRISE).expectEvents(ENTERPRISE_REGISTERED, NOTICED_ANEW);
    }

    @Test
    void an_enterprise_registers_again_only_after_it_was_not_verified() {
        assertRefused(when(ENTERPRISE, ENTERPRISE_REGISTERED, NOTICED_ANEW), "account-is-new");
        assertRefused(when(ENTERPRISE, ENTERPRISE_REGISTERED, NOTICED_ANEW, VERIFIED), "account-is-new");
        when(ENTERPRISE, ENTERPRISE_REGISTERED, NOTICED_ANEW, REFUSED).expectEvents(ENTERPRISE_REGISTERED);
    }

    @Test
    void a_citizens_account_from_before_enterprises_had_their_own_becomes_one() {
        when(ENTERPRISE, registeredAnd(CONFIRMED)).expectEvents(ENTERPRISE_REGISTERED, NOTICED_ANEW);
    }

    @Test
    void an_enterprise_that_awaits_it_is_verified_or_not_and_only_once() {
        when(new VerifyEnterprise(ACCOUNT, NOW, NOW), ENTERPRISE_REGISTERED).expectEvents(VERIFIED);
        when(new RefuseEnterprise(ACCOUNT, NOW, NOW, "名称与代码不符"), ENTERPRISE_REGISTERED)
                .expectEvents(REFUSED);
        for (Object again :
                List.of(new VerifyEnterprise(ACCOUNT, NOW, NOW), new RefuseEnterprise(ACCOUNT, NOW, NOW, "重复"))) {
            assertRefused(when(again, ENTERPRISE_REGISTERED, VERIFIED), "an-enterprise-awaits-verification");
            assertRefused(when(again, ENTERPRISE_REGISTERED, REFUSED), "an-enterprise-awaits-verification");
            assertRefused(when(again, registeredAnd()), "an-enterprise-awaits-verification");
        }
    }

    @Test
    void what_was_not_looked_at_is_not_verified() {
        for (Object command : List.of(
                new VerifyEnterprise(ACCOUNT, NOW, NOW.minusSeconds(1)),
                new RefuseEnterprise(ACCOUNT, NOW, NOW.minusSeconds(1), "名称与代码不符"))) {
            assertRefused(when(command, ENTERPRISE_REGISTERED), "stale-version");
        }
        assertRefused(
                when(
                        new VerifyEnterprise(ACCOUNT, NOW, NOW),
                        ENTERPRISE_REGISTERED,
                        new EnterpriseProfileChanged(
                                ACCOUNT, Industry.TRADE, EnterpriseSize.SMALL, "445281", NOW.plusSeconds(1))),
                "stale-version");
    }

    @Test
    void an_enterprise_changes_its_profile_and_the_same_one_changes_nothing() {
        when(
                        new ChangeEnterpriseProfile(
                                ACCOUNT, NOW, Industry.MANUFACTURING, EnterpriseSize.MEDIUM, "445281"),
                        ENTERPRISE_REGISTERED)
                .expectEvents(new EnterpriseProfileChanged(
                        ACCOUNT, Industry.MANUFACTURING, EnterpriseSize.MEDIUM, "445281", NOW));
        when(
                        new ChangeEnterpriseProfile(
                                ACCOUNT, NOW, Industry.MANUFACTURING, EnterpriseSize.SMALL, "445281"),
                        ENTERPRISE_REGISTERED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertRefused(
                when(
                        new ChangeEnterpriseProfile(ACCOUNT, NOW, Industry.TRADE, EnterpriseSize.SMALL, "445281"),
                        registeredAnd()),
                "account-is-an-enterprise");
    }

    @Test
    void an_enterprise_may_post_once_it_is_verified_and_its_phone_confirmed() {
        AccountEvent[] registered = {ENTERPRISE_REGISTERED, NOTICED_ANEW};

        assertThat(standing(and(registered, CONFIRMED)).mayPost()).isFalse();
        assertThat(standing(and(registered, CONFIRMED)).whyNotChinese()).contains("认证正在审核");
        assertThat(standing(and(registered, VERIFIED)).mayPost()).isFalse();
        assertThat(standing(and(registered, VERIFIED)).whyNotEnglish()).contains("phone");
        assertThat(standing(and(registered, VERIFIED, CONFIRMED)).mayPost()).isTrue();
        assertThat(standing(and(registered, CONFIRMED, REFUSED)).whyNotChinese())
                .contains("名称与代码不符");
        assertThat(standing(and(registered, CONFIRMED, REFUSED, ENTERPRISE_REGISTERED, CONFIRMED, VERIFIED))
                        .mayPost())
                .isTrue();
    }

    @Test
    void a_freeze_outlasts_another_registration() {
        assertThat(standing(ENTERPRISE_REGISTERED, NOTICED_ANEW, REFUSED, FROZEN, ENTERPRISE_REGISTERED)
                        .frozen())
                .isTrue();
    }

    private static final UnfreezeAccount UNFREEZE = new UnfreezeAccount(ACCOUNT, NOW, "申诉成立");
    private static final Map<String, String> REQUEST = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "digest");
    private static final Map<String, String> ANOTHER = Map.of(IDEMPOTENCY_KEY, "key", REQUEST_DIGEST, "another");

    private static ResultValidator<Account> whenRepeated(
            Object command, Map<String, String> again, AccountEvent... history) {
        AggregateTestFixture<Account> fixture = fixture();
        return (history.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) history))
                .andGivenCommands(new GenericCommandMessage<>(command, REQUEST), UNFREEZE)
                .when(command, again);
    }

    static Stream<Arguments> what_is_done_once() {
        AccountEvent[] nothing = {};
        return Stream.of(
                Arguments.of(new RegisterCitizen(ACCOUNT, NOW, NAME, PHONE, "2023-02"), nothing, new AccountEvent[] {
                    REGISTERED, NOTICED_ANEW
                }),
                Arguments.of(new AcceptPrivacyNotice(ACCOUNT, NOW, "2023-02"), registeredAnd(), new AccountEvent[] {
                    NOTICED_ANEW
                }),
                Arguments.of(
                        new IssuePhoneCode(ACCOUNT, NOW, "right", IN_TEN_MINUTES),
                        registeredAnd(),
                        new AccountEvent[] {CODE_OUT}),
                Arguments.of(
                        new ConfirmPhone(ACCOUNT, NOW, "right"), registeredAnd(CODE_OUT), new AccountEvent[] {CONFIRMED
                        }),
                Arguments.of(new ConfirmPhone(ACCOUNT, NOW, "wrong"), registeredAnd(CODE_OUT), new AccountEvent[] {
                    new PhoneCodeRefused(ACCOUNT, 1, NOW)
                }),
                Arguments.of(new FreezeAccount(ACCOUNT, NOW, "刷屏"), registeredAnd(), new AccountEvent[] {FROZEN}));
    }

    /** Also where the account went on meanwhile: it was unfrozen. */
    @ParameterizedTest
    @MethodSource("what_is_done_once")
    void a_repeated_request_gets_the_first_answer_and_nothing_happens(
            Object command, AccountEvent[] history, AccountEvent[] first) {
        whenRepeated(command, REQUEST, history)
                .expectNoEvents()
                .expectResultMessagePayload(standing(and(history, first)));
    }

    @ParameterizedTest
    @MethodSource("what_is_done_once")
    void the_same_key_with_another_request_is_refused(Object command, AccountEvent[] history) {
        assertRefused(whenRepeated(command, ANOTHER, history), "idempotency-key-reused");
    }

    @Test
    void a_repeated_cancelling_is_answered_by_the_cancelled_account() {
        CancelAccount cancel = new CancelAccount(ACCOUNT, NOW, "不再使用");
        fixture()
                .given((Object[]) registeredAnd())
                .andGivenCommands(new GenericCommandMessage<>(cancel, REQUEST))
                .when(cancel, REQUEST)
                .expectNoEvents()
                .expectResultMessagePayload(standing(registeredAnd(CANCELLED)));
    }

    static Stream<Object> what_a_cancelled_account_refuses() {
        return Stream.of(
                new AcceptPrivacyNotice(ACCOUNT, NOW, "2023-02"),
                new IssuePhoneCode(ACCOUNT, NOW, "right", IN_TEN_MINUTES),
                new ConfirmPhone(ACCOUNT, NOW, "right"),
                new FreezeAccount(ACCOUNT, NOW, "刷屏"),
                new UnfreezeAccount(ACCOUNT, NOW, "申诉成立"),
                new CancelAccount(ACCOUNT, NOW, "不再使用"),
                ENTERPRISE,
                new VerifyEnterprise(ACCOUNT, NOW, NOW),
                new RefuseEnterprise(ACCOUNT, NOW, NOW, "名称与代码不符"),
                new ChangeEnterpriseProfile(ACCOUNT, NOW, Industry.TRADE, EnterpriseSize.SMALL, "445281"));
    }

    @ParameterizedTest
    @MethodSource("what_a_cancelled_account_refuses")
    void a_cancelled_account_takes_nothing_more(Object command) {
        assertRefused(when(command, registeredAnd(CODE_OUT, CANCELLED)), "account-is-open");
    }

    @Test
    void whoever_opens_the_contact_data_is_noted_even_after_the_account_was_cancelled() {
        PetitionId petition = new PetitionId("PET-1");

        when(new ViewContactData(ACCOUNT, NOW, petition), registeredAnd(CANCELLED))
                .expectEvents(new PersonalDataViewed(ACCOUNT, petition.value(), NOW));
    }

    @Test
    void only_a_registered_account_with_a_confirmed_phone_and_an_accepted_notice_may_post() {
        assertThat(standing().mayPost()).isFalse();
        assertThat(standing(REGISTERED).mayPost()).isFalse();
        assertThat(standing(REGISTERED, NOTICED).mayPost()).isFalse();
        assertThat(standing(REGISTERED, CONFIRMED).mayPost()).isFalse();
        assertThat(standing(REGISTERED, NOTICED, CODE_OUT, CONFIRMED).mayPost()).isTrue();
    }

    @Test
    void a_freeze_stops_posting_until_it_is_lifted_and_cancelling_stops_it_for_good() {
        AccountEvent[] good = registeredAnd(CODE_OUT, CONFIRMED);

        assertThat(standing(and(good, FROZEN)).mayPost()).isFalse();
        assertThat(standing(and(good, FROZEN, UNFROZEN)).mayPost()).isTrue();
        assertThat(standing(and(good, CANCELLED)).mayPost()).isFalse();
        assertThat(standing(and(good, FROZEN, CANCELLED)).whyNotEnglish()).contains("cancelled");
    }

    @Test
    void no_later_event_loses_the_sealed_name_and_phone() {
        AccountStanding standing = standing(
                registeredAnd(CODE_OUT, new PhoneCodeRefused(ACCOUNT, 1, NOW), CONFIRMED, FROZEN, UNFROZEN, CANCELLED));

        assertThat(standing.name()).isEqualTo(NAME);
        assertThat(standing.phone()).isEqualTo(PHONE);
        assertThat(standing.noticeVersion()).isEqualTo("2023-01");
        assertThat(standing.phoneConfirmed()).isTrue();
    }

    private static AccountEvent[] wrongTimes(int times) {
        return Stream.concat(
                        Stream.of(CODE_OUT),
                        IntStream.rangeClosed(1, times).mapToObj(i -> new PhoneCodeRefused(ACCOUNT, i, NOW)))
                .toArray(AccountEvent[]::new);
    }

    private static AccountEvent[] and(AccountEvent[] first, AccountEvent... more) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(AccountEvent[]::new);
    }
}
