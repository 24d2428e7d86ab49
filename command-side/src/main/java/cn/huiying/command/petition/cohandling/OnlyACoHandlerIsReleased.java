package cn.huiying.command.petition.cohandling;

import cn.huiying.shared.rule.Refused;

/** Only an agency that takes part can be released (row 13). */
public final class OnlyACoHandlerIsReleased {

    private OnlyACoHandlerIsReleased() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean other) {
        if (other) {
            throw Refused.byRule("only-a-co-handler-is-released", "该单位不是协办单位。", "This agency does not take part.");
        }
    }
}
