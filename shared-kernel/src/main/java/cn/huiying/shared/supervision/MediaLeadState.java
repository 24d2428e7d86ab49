package cn.huiying.shared.supervision;

/** Where a media lead stands. */
public enum MediaLeadState {
    OFFERED("待采用"),
    ADOPTED("已采用"),
    DECLINED("未采用"),
    REPORTED("已报道"),
    WITHDRAWN("已撤回");

    private final String chinese;

    MediaLeadState(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
