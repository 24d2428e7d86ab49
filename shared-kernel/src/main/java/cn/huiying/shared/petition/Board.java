package cn.huiying.shared.petition;

/** The board a petition addresses 留言板. */
public enum Board {
    /** 市级领导. */
    MUNICIPAL_LEADER("市级领导"),
    /** 县级领导. */
    COUNTY_LEADER("县级领导"),
    /** 部门. */
    AGENCY("部门");

    private final String chinese;

    Board(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
