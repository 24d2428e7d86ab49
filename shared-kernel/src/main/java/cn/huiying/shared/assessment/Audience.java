package cn.huiying.shared.assessment;

/** Who may see a ranking 排行榜; the operator decides each time (domain 9.11). */
public enum Audience {
    /** 内部通报: the bureau, leaders, and every agency. */
    INTERNAL("内部通报"),
    /** 公开. */
    PUBLIC("公开");

    private final String chinese;

    Audience(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
