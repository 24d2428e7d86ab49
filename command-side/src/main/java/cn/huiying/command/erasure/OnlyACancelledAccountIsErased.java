package cn.huiying.command.erasure;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.shared.rule.Refused;

/** Who still uses the platform needs the own data; the account is cancelled first (个人信息保护法 Art. 47; 网络数据安全管理条例 Art. 24). */
public final class OnlyACancelledAccountIsErased {

    private OnlyACancelledAccountIsErased() {}

    /** @throws Refused where the rule is broken */
    public static void check(AccountStanding account) {
        if (!account.cancelled()) {
            throw Refused.byRule(
                    "only-a-cancelled-account-is-erased",
                    "账号注销后方可删除其个人信息。",
                    "The account has to be cancelled before its personal data is erased.");
        }
    }
}
