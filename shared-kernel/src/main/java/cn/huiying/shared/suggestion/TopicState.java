package cn.huiying.shared.suggestion;

/** Whether a topic of solicitation takes suggestions. */
public enum TopicState {
    /** 征集中. */
    OPEN("征集中"),
    /** 已结束. */
    CLOSED("已结束");

    private final String chinese;

    TopicState(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
