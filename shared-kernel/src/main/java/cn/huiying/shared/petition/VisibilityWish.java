package cn.huiying.shared.petition;

/** How far the author lets the petition be seen. */
public enum VisibilityWish {
    /** 公开. */
    PUBLIC("公开"),
    /** 匿名公开. */
    ANONYMOUS("匿名公开"),
    /** 不公开. */
    PRIVATE("不公开");

    private final String chinese;

    VisibilityWish(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
