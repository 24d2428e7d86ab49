package cn.huiying.command.petition;

import java.util.Set;

/** The procedure as the operator sets it by default, and variants of it. */
final class Settings {

    /** The fifteen fields of life of domain 9.2. */
    static final Set<String> DOMAINS =
            Set.of("城建", "交通", "三农", "环保", "教育", "医疗", "治安", "旅游", "就业", "文娱", "金融", "企业", "政务", "民政社保", "其他");

    private Settings() {}

    static ProcedureSettings defaults() {
        return settings(0, 0.5, 0.25, 0.25);
    }

    static ProcedureSettings withBureauCheckPercent(int percent) {
        return settings(percent, 0.5, 0.25, 0.25);
    }

    static ProcedureSettings withWeights(double solved, double manner, double speed) {
        return settings(0, solved, manner, speed);
    }

    private static ProcedureSettings settings(int bureauCheckPercent, double solved, double manner, double speed) {
        return new ProcedureSettings(DOMAINS, 2, bureauCheckPercent, solved, manner, speed);
    }
}
