package cn.huiying.shared.policy;

/** What became of a policy since it was published. Whether it is in force on a day follows from its validity. */
public enum PolicyState {
    PUBLISHED("已发布"),
    SUPERSEDED("已被替代"),
    WITHDRAWN("已撤回");

    private final String chinese;

    PolicyState(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
