package cn.huiying.shared.petition;

/** The legal kind, set on acceptance (信访工作条例 Arts. 29–31). */
public enum PetitionClass {
    /** 建议意见. */
    OPINION("建议意见"),
    /** 检举控告. */
    ACCUSATION("检举控告"),
    /** 申诉求决. */
    CLAIM("申诉求决");

    private final String chinese;

    PetitionClass(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
