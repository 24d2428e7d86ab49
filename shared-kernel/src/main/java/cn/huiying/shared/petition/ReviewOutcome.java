package cn.huiying.shared.petition;

/** What a re-examination 复查 or a review 复核 says of the answer (Arts. 35, 36). */
public enum ReviewOutcome {
    /** 维持. */
    UPHELD("维持"),
    /** 变更. */
    CHANGED("变更"),
    /** 撤销. */
    REVOKED("撤销");

    private final String chinese;

    ReviewOutcome(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
