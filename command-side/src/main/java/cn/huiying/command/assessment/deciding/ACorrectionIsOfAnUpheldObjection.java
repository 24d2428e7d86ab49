package cn.huiying.command.assessment.deciding;

import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.statistics.Measure;
import java.util.Map;
import java.util.Objects;

/** 裁定成立才更正: what is upheld corrects something, what is not corrects nothing, and no figure falls below zero. */
public final class ACorrectionIsOfAnUpheldObjection {

    private ACorrectionIsOfAnUpheldObjection() {}

    /** @throws Refused where it is not so */
    public static void check(boolean upheld, Map<Measure, Long> corrections, AgencyFigures figures) {
        if (corrections.values().stream().anyMatch(Objects::isNull)) {
            throw refused("更正须写明增减多少。", "A correction says by how much a figure changes.");
        }
        if (upheld == corrections.isEmpty()) {
            throw refused(
                    upheld ? "异议成立时须写明更正哪些数据。" : "异议不成立时不能更正数据。",
                    upheld
                            ? "An upheld objection says which figures change."
                            : "What is not upheld changes no figure.");
        }
        Map<Measure, Long> after = figures.corrected(corrections).counts();
        after.forEach((measure, count) -> {
            if (count < 0) {
                throw refused(
                        "更正后“" + measure.chinese() + "”为 " + count + ",不能为负。",
                        "After the correction there would be " + count + " " + measure.english() + ".");
            }
        });
    }

    private static Refused refused(String chinese, String english) {
        return Refused.byRule("a-correction-is-of-an-upheld-objection", chinese, english);
    }
}
