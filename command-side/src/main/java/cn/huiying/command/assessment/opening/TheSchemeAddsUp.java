package cn.huiying.command.assessment.opening;

import cn.huiying.shared.assessment.AssessmentScheme;
import cn.huiying.shared.rule.Refused;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** 方案权重合计一百分: a scheme's points are 100, nothing in it is below zero, and its groups have names of their own. */
public final class TheSchemeAddsUp {

    private static final int MOST = 1_000;

    /** Working days. */
    private static final int LONGEST_WINDOW = 60;

    private TheSchemeAddsUp() {}

    /** @throws Refused where it does not */
    public static void check(AssessmentScheme scheme) {
        BigDecimal sum = scheme.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            throw refused(
                    "各项权重合计须为 100,现为 " + sum.toPlainString() + "。",
                    "The weights must come to 100, and they come to " + sum.toPlainString() + ".");
        }
        boolean below = Stream.concat(scheme.weights().values().stream(), scheme.deductions().values().stream())
                .anyMatch(points -> points.signum() < 0);
        if (below
                || scheme.minimumSize() < 1
                || scheme.minimumSize() > MOST
                || scheme.objectionDays() < 0
                || scheme.objectionDays() > LONGEST_WINDOW
                || scheme.honours() < 0
                || scheme.honours() > MOST
                || scheme.exposureBelow().signum() < 0) {
            throw refused(
                    "权重、扣分和黑榜线不能为负;最低件数为 1 至 1000,红榜名额不超过 1000,异议期不超过 60 个工作日。",
                    "Weights, deductions and the floor can't be below zero; the minimum size is 1 to 1000, honours at most 1000, and the window for objections at most 60 working days.");
        }
        long names = scheme.groups().stream()
                .map(AssessmentScheme.Group::name)
                .distinct()
                .count();
        if (scheme.groups().isEmpty() || names < scheme.groups().size()) {
            throw refused("方案至少要有一个分组,且组名不能重复。", "A scheme needs a group, and each of its groups a name of its own.");
        }
    }

    private static Refused refused(String chinese, String english) {
        return Refused.byRule("the-scheme-adds-up", chinese, english);
    }
}
