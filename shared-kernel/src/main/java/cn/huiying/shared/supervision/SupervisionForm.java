package cn.huiying.shared.supervision;

/** 督办方式: how an agency is supervised (domain 7.1, 9.5). */
public enum SupervisionForm {
    /** 催办. */
    REMINDER("催办", 3, false),
    /** 电子督办单. */
    E_ORDER("电子督办单", 3, false),
    /** 书面督办函. */
    LETTER("书面督办函", 5, false),
    /** 电话督办. */
    PHONE("电话督办", 3, false),
    /** 现场督办. */
    ON_SITE("现场督办", 3, false),
    /** 约谈. */
    INTERVIEW("约谈", 3, true),
    /** 通报. */
    CIRCULAR("通报", 3, true),
    /** 挂牌督办. */
    LISTED("挂牌督办", 10, true),
    /** 责令限期整改. */
    RECTIFICATION("责令限期整改", 10, true),
    /** 媒体监督. */
    MEDIA("媒体监督", 3, false);

    private final String chinese;
    private final int feedbackWorkdays;
    private final boolean jointConference;

    SupervisionForm(String chinese, int feedbackWorkdays, boolean jointConference) {
        this.chinese = chinese;
        this.feedbackWorkdays = feedbackWorkdays;
        this.jointConference = jointConference;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }

    /** How many working days the agency has to answer where the order names no other number. */
    public int feedbackWorkdays() {
        return feedbackWorkdays;
    }

    /** Whether only the joint conference 联席会议 may decide it (Art. 39 ¶3). */
    public boolean jointConference() {
        return jointConference;
    }
}
