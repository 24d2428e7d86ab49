package cn.huiying.query.whatif;

/** What became of a deadline. */
enum Verdict {
    /** 计时中. */
    RUNNING("计时中"),
    /** 按期完成. */
    MET("按期完成"),
    /** 逾期: over, and done late or not at all. */
    MISSED("逾期"),
    /** 已终结: a right that was used or lapsed, or a duty that fell away. */
    ENDED("已终结");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
