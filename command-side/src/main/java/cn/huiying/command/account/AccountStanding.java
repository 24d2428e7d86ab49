package cn.huiying.command.account;

import cn.huiying.shared.account.AccountCancelled;
import cn.huiying.shared.account.AccountEvent;
import cn.huiying.shared.account.AccountFrozen;
import cn.huiying.shared.account.AccountUnfrozen;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.PersonalDataViewed;
import cn.huiying.shared.account.PhoneCodeIssued;
import cn.huiying.shared.account.PhoneCodeRefused;
import cn.huiying.shared.account.PhoneConfirmed;
import cn.huiying.shared.account.PrivacyNoticeAccepted;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;

/**
 * Where an account stands.
 *
 * @param name          sealed
 * @param phone         sealed
 * @param noticeVersion the privacy notice accepted last; null before the first
 * @param codeDigest    of the phone code that is out; null where none is
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
        int codeAttempts) {

    static final AccountStanding NONE =
            new AccountStanding(false, null, null, false, null, false, false, null, null, 0);

    /** Whether the holder may post petitions. */
    public boolean mayPost() {
        return registered && phoneConfirmed && noticeVersion != null && !frozen && !cancelled;
    }

    /** Why the holder may not post. */
    public String whyNotChinese() {
        return !registered ? "请先注册账号。" : cancelled ? "账号已注销。" : frozen ? "账号已被冻结,请联系市信访局。" : "请先验证手机号。";
    }

    /** Why the holder may not post. */
    public String whyNotEnglish() {
        return !registered
                ? "Register an account first."
                : cancelled
                        ? "The account was cancelled."
                        : frozen
                                ? "The account is frozen; contact the petition bureau."
                                : "Confirm your phone number first.";
    }

    AccountStanding evolve(AccountEvent event) {
        return switch (event) {
            case CitizenRegistered e ->
                new AccountStanding(true, e.name(), e.phone(), false, null, false, false, null, null, 0);
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
                        codeAttempts);
            case PhoneCodeIssued e ->
                new AccountStanding(
                        true,
                        name,
                        phone,
                        phoneConfirmed,
                        noticeVersion,
                        frozen,
                        cancelled,
                        e.codeDigest(),
                        e.expiresAt(),
                        0);
            case PhoneCodeRefused e ->
                new AccountStanding(
                        true,
                        name,
                        phone,
                        phoneConfirmed,
                        noticeVersion,
                        frozen,
                        cancelled,
                        codeDigest,
                        codeExpiresAt,
                        e.attempts());
            case PhoneConfirmed e ->
                new AccountStanding(true, name, phone, true, noticeVersion, frozen, cancelled, null, null, 0);
            case PersonalDataViewed e -> this;
            case AccountFrozen e -> withFreeze(true, cancelled);
            case AccountUnfrozen e -> withFreeze(false, cancelled);
            case AccountCancelled e -> withFreeze(frozen, true);
        };
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
                codeAttempts);
    }
}
