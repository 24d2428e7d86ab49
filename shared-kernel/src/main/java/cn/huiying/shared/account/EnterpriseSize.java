package cn.huiying.shared.account;

/** How big an enterprise is (统计上大中小微型企业划分办法 2017); policies are pushed by it. */
public enum EnterpriseSize {
    /** 大型. */
    LARGE("大型"),
    /** 中型. */
    MEDIUM("中型"),
    /** 小型. */
    SMALL("小型"),
    /** 微型, individual businesses 个体工商户 among them. */
    MICRO("微型");

    private final String chinese;

    EnterpriseSize(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and enterprises know it. */
    public String chinese() {
        return chinese;
    }
}
