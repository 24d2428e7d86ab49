package cn.huiying.shared.petition;

/** How a suggestion was studied 研究论证方式 (上海市人民建议征集若干规定 Art. 11). */
public enum StudyForm {
    /** 座谈论证. */
    MEETING("座谈论证"),
    /** 实地调研. */
    VISIT("实地调研"),
    /** 书面征求意见. */
    LETTER("书面征求意见");

    private final String chinese;

    StudyForm(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
