package cn.huiying.query.whatif;

/** How a deadline that was recomputed differs from the one that was recorded. */
enum Change {
    /** 变为逾期. */
    BECOMES_OVERDUE("变为逾期"),
    /** 不再逾期. */
    IS_NO_LONGER_OVERDUE("不再逾期"),
    /** 仅到期时间变化. */
    MOVES_ONLY("仅到期时间变化"),
    /** 新增时限: what was recorded knows no such deadline, and it is not overdue. */
    APPEARS("新增时限"),
    /** 不再有此时限: it was recorded, and was not overdue. */
    FALLS_AWAY("不再有此时限");

    private final String chinese;

    Change(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
