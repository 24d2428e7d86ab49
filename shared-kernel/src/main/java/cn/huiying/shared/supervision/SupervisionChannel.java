package cn.huiying.shared.supervision;

/** Whether an agency is supervised on the platform 线上 or in person and on paper 线下. */
public enum SupervisionChannel {
    ONLINE("线上"),
    /** Each step outside the platform is put on record: who, when, where, and the scanned document. */
    OFFLINE("线下");

    private final String chinese;

    SupervisionChannel(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
