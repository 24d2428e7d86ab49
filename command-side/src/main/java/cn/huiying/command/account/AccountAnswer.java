package cn.huiying.command.account;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import jakarta.annotation.Nullable;

/**
 * Where an account stands, as the doors tell it.
 *
 * @param enterprise null for a citizen's account
 */
record AccountAnswer(
        AccountId id,
        boolean phoneConfirmed,
        String noticeVersion,
        boolean frozen,
        boolean cancelled,
        @Nullable Enterprise enterprise) {

    /**
     * What an enterprise's account has more.
     *
     * @param refusal why it was not verified; null otherwise
     */
    record Enterprise(
            Verification verification,
            @Nullable String refusal,
            @Nullable Industry industry,
            @Nullable EnterpriseSize size,
            @Nullable String district) {}

    static AccountAnswer of(AccountId id, AccountStanding standing) {
        EnterpriseStanding e = standing.enterprise();
        return new AccountAnswer(
                id,
                standing.phoneConfirmed(),
                standing.noticeVersion(),
                standing.frozen(),
                standing.cancelled(),
                e == null ? null : new Enterprise(e.verification(), e.refusal(), e.industry(), e.size(), e.district()));
    }
}
