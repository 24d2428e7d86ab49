package cn.huiying.command.petition.submitting;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.shared.rule.Refused;

/** Only a registered account with a confirmed phone, an accepted privacy notice and no freeze may post (row 1; PIPL Art. 35). */
public final class AccountMayPost {

    private AccountMayPost() {}

    /** @throws Refused where the rule is broken */
    public static void check(AccountStanding account) {
        if (!account.mayPost()) {
            throw Refused.byRule("account-may-post", account.whyNotChinese(), account.whyNotEnglish());
        }
    }
}
