package cn.huiying.shared.supervision;

/** 三项建议: what the bureau may propose to an agency (信访工作条例 Art. 40). */
public enum ProposalKind {
    /** Art. 40 ¶1. */
    IMPROVE_WORK("改进工作"),
    /** Art. 40 ¶2. */
    IMPROVE_POLICY("完善政策"),
    /** Art. 40 ¶3. */
    PURSUE_ACCOUNTABILITY("追究责任");

    private final String chinese;

    ProposalKind(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
