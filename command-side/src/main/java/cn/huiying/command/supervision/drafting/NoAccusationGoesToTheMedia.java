package cn.huiying.command.supervision.drafting;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionForm;

/** 检举控告 are never handed to the media (Art. 30, 46(5); invariant 2). */
public final class NoAccusationGoesToTheMedia {

    private NoAccusationGoesToTheMedia() {}

    /** @throws Refused where the rule is broken */
    public static void check(SupervisionForm form, boolean accusation) {
        if (form == SupervisionForm.MEDIA && accusation) {
            throw Refused.byRule(
                    "no-accusation-goes-to-the-media", "检举控告事项不得交媒体监督。", "An accusation is never handed to the media.");
        }
    }
}
