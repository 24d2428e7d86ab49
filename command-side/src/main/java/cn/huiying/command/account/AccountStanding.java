package cn.huiying.command.account;

import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseProfileChanged;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.account.EnterpriseVerificationRefused;
import cn.huiying.shared.account.EnterpriseVerified;
import cn.huiying.shared.account.PersonalDataViewed;
import cn.huiying.shared.account.PhoneCodeIssued;
import cn.huiying.shared.account.PhoneCodeRefused;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;

/**
 * Where an account stands.
 *
 * @param name          sealed
 * @param phone         sealed
 * @param noticeVersion the privacy notice accepted last; null before the first
 * @param codeDigest    of the phone code that is out; null where none is
 * @param enterprise    null for a citizen's account
 */
public record AccountStanding(
        boolean registered,
        Sealed name,
        Sealed phone,
        boolean phoneConfirmed,
        String noticeVersion,
        boolean frozen,
        boolean cancelled,
        String codeDigest,
        Instant codeExpiresAt,
        int codeAttempts,
        EnterpriseStanding enterprise) {

    public static final AccountStanding NONE =
            new AccountStanding(false, null, null, false, null, false, false, null, null, 0, null);

    /** Whether the holder may post petitions. */
    public boolean mayPost() {
        return registered && phoneConfirmed && noticeVersion != null && !frozen && !cancelled && !unverified();
    }

    private boolean unverified() {
        return enterprise != null && enterprise.verification() != Verification.VERIFIED;
    }

    /** Why the holder may not post. */
    public String whyNotChinese() {
        return !registered
                ? "请先注册账号。"
                : cancelled
                        ? "账号已注销。"
                        : frozen
                                ? "账号已被冻结,请联系市信访局。"
                                : !phoneConfirmed || !unverified()
                                        ? "请先验证手机号。"
                                        : enterprise.refusal() == null
                                                ? "企业认证正在审核,通过后即可提交。"
                                                : "企业认证未通过,请更正后重新提交认证:" + enterprise.refusal();
    }

    /** Why the holder may not post. */
    public String whyNotEnglish() {
        return !registered
                ? "Register an account first."
                : cancelled
                        ? "The account was cancelled."
                        : frozen
                                ? "The account is frozen; contact the petition bureau."
                                : !phoneConfirmed || !unverified()
                                        ? "Confirm your phone number first."
                                        : enterprise.refusal() == null
                                                ? "The enterprise is not verified yet; an officer looks at it."
                                                : "The enterprise was not verified; mend its particulars and register again: "
                                                        + enterprise.refusal();
    }

    public AccountStanding evolve(AccountEvent event) {
        return switch (event) {
            case CitizenRegistered e ->
                new AccountStanding(true, e.name(), e.phone(), false, null, false, false, null, null, 0, null);
            // Who registers again keeps the freeze and the notice; the phone may be another one.
            case EnterpriseRegistered e ->
                new AccountStanding(
                        true,
                        e.name(),
                        e.phone(),
                        false,
                        noticeVersion,
                        frozen,
                        false,
                        null,
                        null,
                        0,
                        new EnterpriseStanding(
                                e.creditCode(),
                                e.contact(),
                                e.industry(),
                                e.size(),
                                e.district(),
                                e.at(),
                                Verification.PENDING,
                                null));
            case EnterpriseVerified e -> as(enterprise.found(Verification.VERIFIED, null));
            case EnterpriseVerificationRefused e -> as(enterprise.found(Verification.REFUSED, e.reason()));
            case EnterpriseProfileChanged e ->
                as(new EnterpriseStanding(
                        enterprise.creditCode(),
                        enterprise.contact(),
                        e.industry(),
                        e.size(),
                        e.district(),
                        e.at(),
                        enterprise.verification(),
                        enterprise.refusal()));
            case PrivacyNoticeAccepted e ->
                new AccountStanding(
                        true,
                        name,
                        phone,
                        phoneConfirmed,
                        e.noticeVersion(),
                        frozen,
                        cancelled,
                        codeDigest,
                        codeExpiresAt,
                        codeAttempts,
                        enterprise);
            case PhoneCodeIssued e -> withCode(e.codeDigest(), e.expiresAt(), 0, phoneConfirmed);
            case PhoneCodeRefused e -> withCode(codeDigest, codeExpiresAt, e.attempts(), phoneConfirmed);
            case PhoneConfirmed e -> withCode(null, null, 0, true);
            case PersonalDataViewed e -> this;
            case AccountFrozen e -> withFreeze(true, cancelled);
            case AccountUnfrozen e -> withFreeze(false, cancelled);
            case AccountCancelled e -> withFreeze(frozen, true);
        };
    }

    private AccountStanding withCode(String digest, Instant expiresAt, int attempts, boolean confirmed) {
        return new AccountStanding(
                true,
                name,
                phone,
                confirmed,
                noticeVersion,
                frozen,
                cancelled,
                digest,
                expiresAt,
                attempts,
                enterprise);
    }

    private AccountStanding withFreeze(boolean isFrozen, boolean isCancelled) {
        return new AccountStanding(
                registered,
                name,
                phone,
                phoneConfirmed,
                noticeVersion,
                isFrozen,
                isCancelled,
                codeDigest,
                codeExpiresAt,
                codeAttempts,
                enterprise);
    }

    private AccountStanding as(EnterpriseStanding changed) {
        return new AccountStanding(
                registered,
                name,
                phone,
                phoneConfirmed,
                noticeVersion,
                frozen,
                cancelled,
                codeDigest,
                codeExpiresAt,
                codeAttempts,
                changed);
    }
}
