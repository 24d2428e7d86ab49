package cn.huiying.shared.petition;

/** Why a petition is not handled further 终止办理. */
public enum TerminationReason {
    /** 属于不予受理范围. */
    NOT_ACCEPTABLE("属于不予受理范围"),
    /** 群众不配合. */
    NO_COOPERATION("群众不配合");

    private final String chinese;

    TerminationReason(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
