package cn.huiying.shared.petition;

/** Why the clock stands still 暂停计时. */
public enum PauseReason {
    /** 听证. */
    HEARING("听证"),
    /** 鉴定. */
    APPRAISAL("鉴定"),
    /** 等待群众. */
    AWAITING_CITIZEN("等待群众");

    private final String chinese;

    PauseReason(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
