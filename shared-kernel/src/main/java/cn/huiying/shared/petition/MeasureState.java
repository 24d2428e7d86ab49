package cn.huiying.shared.petition;

/** Where a measure stands 转化状态. */
public enum MeasureState {
    /** 转化中. */
    UNDER_WAY("转化中"),
    /** 已完成. */
    COMPLETED("已完成"),
    /** 已终止. */
    ABANDONED("已终止");

    private final String chinese;

    MeasureState(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
