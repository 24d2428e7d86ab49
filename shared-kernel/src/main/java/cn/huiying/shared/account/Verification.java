package cn.huiying.shared.account;

/** What an officer found of an enterprise's particulars. */
public enum Verification {
    /** 待认证. */
    PENDING("待认证"),
    /** 已认证. */
    VERIFIED("已认证"),
    /** 未通过. */
    REFUSED("未通过");

    private final String chinese;

    Verification(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and enterprises know it. */
    public String chinese() {
        return chinese;
    }
}
