package cn.huiying.shared.supervision;

/** 督办事由: why an agency is supervised (domain 9.5). */
public enum SupervisionTrigger {
    /** 超期. */
    OVERDUE("超期未办"),
    /** 不满意. */
    DISSATISFIED("群众不满意"),
    /** 重复三次以上. */
    REPEATED("重复留言三次以上"),
    /** 拒不接收. */
    REFUSED_TO_RECEIVE("拒不接收"),
    /** 领导批示. */
    LEADER_INSTRUCTION("领导批示"),
    /** 媒体曝光. */
    MEDIA_EXPOSURE("媒体曝光"),
    /** 敷衍. */
    PERFUNCTORY("推诿敷衍"),
    /** 弄虚作假. */
    FALSE_REPLY("弄虚作假"),
    /** 易发多发. */
    HOT_ISSUE("易发多发");

    private final String chinese;

    SupervisionTrigger(String chinese) {
        this.chinese = chinese;
    }

    /** What officers call it. */
    public String chinese() {
        return chinese;
    }
}
