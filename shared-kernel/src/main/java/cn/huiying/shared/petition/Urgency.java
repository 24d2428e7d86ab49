package cn.huiying.shared.petition;

/** How pressing the matter is (信访工作条例 Art. 25). */
public enum Urgency {
    /** 一般. */
    NORMAL("一般"),
    /** 紧急. */
    URGENT("紧急"),
    /** 重大紧急. */
    MAJOR("重大紧急");

    private final String chinese;

    Urgency(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
