package cn.huiying.shared.petition;

/** What the author wants 类别. */
public enum PetitionType {
    /** 咨询. */
    CONSULTATION("咨询"),
    /** 投诉. */
    COMPLAINT("投诉"),
    /** 求助. */
    HELP("求助"),
    /** 建言. */
    ADVICE("建言"),
    /** 感谢. */
    THANKS("感谢");

    private final String chinese;

    PetitionType(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
