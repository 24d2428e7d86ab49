package cn.huiying.shared.rule;

/** Who may do what: the roles of the platform, as they stand in a token's {@code roles} claim. */
public enum Role {
    /** 群众. */
    CITIZEN,
    /** 企业. */
    ENTERPRISE,
    /** 信访局受理员. */
    INTAKE_OFFICER,
    /** 县级信访受理员. */
    COUNTY_OFFICER,
    /** 信访局领导. */
    BUREAU_LEADER,
    /** 承办单位经办人. */
    AGENCY_HANDLER,
    /** 单位审核领导. */
    AGENCY_LEADER,
    /** 督办员. */
    SUPERVISOR,
    /** 媒体. */
    MEDIA,
    /** 市领导. */
    CITY_LEADER,
    /** 审计员. */
    AUDITOR,
    /** 系统管理员. */
    SYS_ADMIN,
    /** 安全管理员. */
    SEC_ADMIN,
    /** 审计管理员. */
    AUDIT_ADMIN,
    /** The platform itself, for what happens when time passes. */
    SYSTEM
}
