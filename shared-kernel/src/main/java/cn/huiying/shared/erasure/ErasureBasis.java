package cn.huiying.shared.erasure;

/** Why personal data has to be erased: the cases of 个人信息保护法 Art. 47; the constants are part of the stored log. */
public enum ErasureBasis {
    /** (1) The purpose is reached, can't be reached, or no longer needs it. */
    PURPOSE_ENDED("处理目的已实现、无法实现或者为实现处理目的不再必要"),
    /** (2) The service ended, or the retention period did. */
    RETENTION_EXPIRED("停止提供产品或者服务,或者保存期限已届满"),
    /** (3) Consent was withdrawn. */
    CONSENT_WITHDRAWN("个人撤回同意"),
    /** (4) It was processed against the law or an agreement. */
    UNLAWFUL_PROCESSING("违反法律、行政法规或者违反约定处理个人信息"),
    /** (5) Another law or regulation says so. */
    OTHER_LAW("法律、行政法规规定的其他情形");

    private final String chinese;

    ErasureBasis(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
