package cn.huiying.command.petition.extending;

import cn.huiying.shared.rule.Refused;

/** An extension is no longer than the limit it extends and than the law allows (信访工作条例 Art. 34). */
public final class NoLongerThanTheLimitItExtends {

    private NoLongerThanTheLimitItExtends() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean longer) {
        if (longer) {
            throw Refused.byRule(
                    "no-longer-than-the-limit-it-extends",
                    "延期不得超过原时限,也不得超过三十日,请减少延长的时间。",
                    "An extension is no longer than the limit itself, nor than 30 days; ask for less.");
        }
    }
}
