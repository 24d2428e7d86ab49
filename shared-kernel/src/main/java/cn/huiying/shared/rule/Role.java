package cn.huiying.shared.rule;

/** Who may do what: the roles of the platform, as they stand in a token's {@code roles} claim. */
public enum Role {
    /** 群众. */
    CITIZEN("群众"),
    /** 企业. */
    ENTERPRISE("企业"),
    /** 信访局受理员. */
    INTAKE_OFFICER("信访局受理员"),
    /** 县级信访受理员. */
    COUNTY_OFFICER("县级信访受理员"),
    /** 信访局领导. */
    BUREAU_LEADER("信访局领导"),
    /** 承办单位经办人. */
    AGENCY_HANDLER("承办单位经办人"),
    /** 单位审核领导. */
    AGENCY_LEADER("单位审核领导"),
    /** 督办员. */
    SUPERVISOR("督办员"),
    /** 媒体. */
    MEDIA("媒体"),
    /** 市领导. */
    CITY_LEADER("市领导"),
    /** 审计员. */
    AUDITOR("审计员"),
    /** 系统管理员. */
    SYS_ADMIN("系统管理员"),
    /** 安全管理员. */
    SEC_ADMIN("安全管理员"),
    /** 审计管理员. */
    AUDIT_ADMIN("审计管理员"),
    /** 平台: itself, for what happens when time passes. */
    SYSTEM("平台");

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
