package cn.huiying.shared.petition;

/** Why a resolved petition was closed 结案. */
public enum ClosingReason {
    /** 已评价. */
    EVALUATED("已评价"),
    /** 逾期未评价. */
    EVALUATION_LAPSED("逾期未评价"),
    /** 回访后结案: the bureau called back and the answer stands. */
    EXPLAINED("回访后结案");

    private final String chinese;

    ClosingReason(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
