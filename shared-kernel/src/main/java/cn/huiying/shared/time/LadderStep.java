package cn.huiying.shared.time;

/** The steps of the ladder after a missed deadline 督办阶梯 (domain 7.2). */
public enum LadderStep {
    /** 督办任务. */
    SUPERVISOR_TASK("督办任务"),
    /** 通报草稿. */
    CIRCULAR_DRAFT("通报草稿");

    private final String chinese;

    LadderStep(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
