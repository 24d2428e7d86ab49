package cn.huiying.shared.petition;

/** How much time the final answer has, set on acceptance. */
public enum LimitClass {
    /** 即办件. */
    C3("即办件"),
    /** 简易件. */
    C5("简易件"),
    /** 一般件. */
    C7("一般件"),
    /** 疑难件. */
    C15("疑难件");

    private final String chinese;

    LimitClass(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
