package cn.huiying.shared.supervision;

/** Where a supervision order stands (domain 9.5). */
public enum SupervisionState {
    DRAFT("拟办", false),
    ISSUED("已下发", true),
    ACKNOWLEDGED("已签收", true),
    FEEDBACK_SUBMITTED("已反馈", true),
    RETURNED("退回重报", true),
    ESCALATED("升级", true),
    COMPLETED("销号", false),
    CANCELLED("撤销", false);

    private final String chinese;
    private final boolean open;

    SupervisionState(String chinese, boolean open) {
        this.chinese = chinese;
        this.open = open;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }

    /** Whether the agency is under this order now. */
    public boolean isOpen() {
        return open;
    }
}
