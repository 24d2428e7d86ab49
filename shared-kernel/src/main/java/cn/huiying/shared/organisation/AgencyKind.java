package cn.huiying.shared.organisation;

/** What an agency is. */
public enum AgencyKind {
    /** 人民政府. */
    GOVERNMENT("人民政府"),
    /** 党委机关. */
    PARTY_ORGAN("党委机关"),
    /** 政府部门. */
    DEPARTMENT("政府部门"),
    /** 事业单位. */
    PUBLIC_INSTITUTION("事业单位"),
    /** 公共服务企业. */
    PUBLIC_UTILITY("公共服务企业"),
    /** 镇. */
    TOWN("镇"),
    /** 街道. */
    SUBDISTRICT("街道"),
    /** 功能区. */
    ZONE("功能区");

    private final String chinese;

    AgencyKind(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
