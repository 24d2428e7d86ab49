package cn.huiying.command.petition.dispatching;

import cn.huiying.shared.rule.Refused;

/** An accusation never reaches the agency it accuses nor one under it (信访工作条例 Arts. 30, 46(5)). */
public final class NoAgencyThatIsTheAccused {

    private NoAgencyThatIsTheAccused() {}

    /** @throws Refused where the rule is broken */
    public static void check(boolean accusedOrUnderIt) {
        if (accusedOrUnderIt) {
            throw Refused.byRule(
                    "no-agency-that-is-the-accused",
                    "检举控告件不得交给被检举的单位或其下属单位办理,请选择其他单位。",
                    "An accusation must not go to the accused agency or one under it; choose another agency.");
        }
    }
}
