package cn.huiying.command.assessment;

/** Where the assessment of a period stands. */
enum AssessmentState {
    /** 已开启. */
    OPENED("已开启"),
    /** 已计算,异议期. */
    CALCULATED("已计算"),
    /** 已通报. */
    PUBLISHED("已通报");

    private final String chinese;

    AssessmentState(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
