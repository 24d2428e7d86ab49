package cn.huiying.shared.petition;

/** The bands of the petition rates: above 3, above 2 to 3, at most 2. */
public enum SatisfactionBand {
    /** 满意. */
    SATISFIED("满意"),
    /** 基本满意. */
    BASICALLY_SATISFIED("基本满意"),
    /** 不满意. */
    DISSATISFIED("不满意");

    private final String chinese;

    SatisfactionBand(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
