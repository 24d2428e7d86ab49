package cn.huiying.shared.policy;

/** Why an enterprise was brought a policy. */
public enum PushReason {
    /** Its own subscription, whether it is verified or not. */
    SUBSCRIPTION("您的订阅"),
    /** Its profile, once it is verified. */
    PROFILE("企业的行业、规模和所在地");

    private final String chinese;

    PushReason(String chinese) {
        this.chinese = chinese;
    }

    /** As the enterprise is told. */
    public String chinese() {
        return chinese;
    }
}
