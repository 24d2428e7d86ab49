package cn.huiying.shared.petition;

/** What the reply decides: the first four for petitions (Art. 32), the others for suggestions (Art. 29). */
public enum ReplyOutcome {
    /** 支持. */
    SUPPORTED("支持"),
    /** 部分支持. */
    PARTLY_SUPPORTED("部分支持"),
    /** 解释说明. */
    EXPLAINED("解释说明"),
    /** 不支持. */
    NOT_SUPPORTED("不支持"),
    /** 采纳. */
    ADOPTED("采纳"),
    /** 部分采纳. */
    PARTLY_ADOPTED("部分采纳"),
    /** 留作参考. */
    FOR_REFERENCE("留作参考"),
    /** 不予采纳. */
    NOT_ADOPTED("不予采纳");

    private final String chinese;

    ReplyOutcome(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
