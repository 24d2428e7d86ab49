package cn.huiying.command.supervision.issuing;

import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.SupervisionForm;

/** 约谈、通报、挂牌督办、责令限期整改 are the joint conference's to decide (信访工作条例 Art. 39 ¶3; invariant 10). */
public final class OnlyTheJointConferenceDecides {

    private OnlyTheJointConferenceDecides() {}

    /** @throws Refused where the rule is broken */
    public static void check(SupervisionForm form, String jointConference) {
        if (form.jointConference() && jointConference == null) {
            throw Refused.byRule(
                    "only-the-joint-conference-decides",
                    form.chinese() + "须由信访工作联席会议决定,请填写决定文号(jointConference)。",
                    "Only the joint conference may decide on " + form.name()
                            + "; give its decision's reference (jointConference).");
        }
    }
}
