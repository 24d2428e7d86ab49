package cn.huiying.shared.supervision;

/** Where a proposal stands. */
public enum ProposalState {
    ISSUED("待反馈"),
    ANSWERED("已反馈"),
    WITHDRAWN("已撤回");

    private final String chinese;

    ProposalState(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
