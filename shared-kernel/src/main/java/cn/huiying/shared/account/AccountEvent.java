package cn.huiying.shared.account;

import java.time.Instant;

/** What can happen to an account. */
public sealed interface AccountEvent
        permits CitizenRegistered,
                EnterpriseRegistered,
                EnterpriseVerified,
                EnterpriseVerificationRefused,
                EnterpriseProfileChanged,
                PrivacyNoticeAccepted,
                PhoneCodeIssued,
                PhoneCodeRefused,
                PhoneConfirmed,
                AccountFrozen,
                AccountUnfrozen,
                AccountCancelled,
                PersonalDataViewed {

    AccountId accountId();

    /** When it happened. */
    Instant at();
}
