package cn.huiying.shared.petition;

/** How the agency reached the author 联系方式. */
public enum ContactChannel {
    /** 电话. */
    PHONE("电话"),
    /** 当面. */
    VISIT("当面"),
    /** 网上. */
    ONLINE("网上"),
    /** 书面. */
    LETTER("书面");

    private final String chinese;

    ContactChannel(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
