package cn.huiying.shared.organisation;

/** The administrative level of an agency. */
public enum AgencyLevel {
    /** 市级. */
    CITY("市级"),
    /** 县级. */
    COUNTY("县级"),
    /** 镇街. */
    TOWN("镇街");

    private final String chinese;

    AgencyLevel(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
