package cn.huiying.shared.petition;

/** The part of the platform a petition was posted in 栏目. */
public enum Section {
    /** 群众留言. */
    MASS_MESSAGE("群众留言"),
    /** 企业提诉求. */
    ENTERPRISE_DEMAND("企业提诉求"),
    /** 政策咨询. */
    POLICY_INQUIRY("政策咨询"),
    /** 建言献策. */
    SUGGESTION("建言献策");

    private final String chinese;

    Section(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
