package cn.huiying.shared.suggestion;

/** Where a special report stands. */
public enum SpecialReportState {
    /** 起草. */
    DRAFT("起草"),
    /** 已报送. */
    SUBMITTED("已报送"),
    /** 已获批示. */
    INSTRUCTED("已获批示");

    private final String chinese;

    SpecialReportState(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
