package cn.huiying.shared.petition;

/** Why a petition is not accepted 不予受理; the text beside it names the right route. */
public enum NotAcceptedReason {
    /** 诉讼仲裁途径. */
    COURT_OR_ARBITRATION("诉讼仲裁途径"),
    /** 纪检监察途径. */
    DISCIPLINE_INSPECTION("纪检监察途径"),
    /** 行政复议途径. */
    ADMINISTRATIVE_RECONSIDERATION("行政复议途径"),
    /** 政府信息公开途径. */
    INFORMATION_DISCLOSURE("政府信息公开途径"),
    /** 已有合法结论. */
    ALREADY_CONCLUDED("已有合法结论"),
    /** 涉及秘密或隐私. */
    SECRET_OR_PRIVATE("涉及秘密或隐私"),
    /** 不属于受理范围. */
    NOT_A_MATTER_OF_GOVERNMENT("不属于受理范围"),
    /** 内容空泛或违背公序良俗. */
    ABUSIVE_OR_EMPTY("内容空泛或违背公序良俗");

    private final String chinese;

    NotAcceptedReason(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
