package cn.huiying.shared.supervision;

/** 采纳情况: what an agency makes of a proposal (Art. 40 ¶4). */
public enum Adoption {
    ADOPTED("采纳"),
    PARTLY_ADOPTED("部分采纳"),
    NOT_ADOPTED("未采纳");

    private final String chinese;

    Adoption(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
