package cn.huiying.shared.time;

/** What happens when a deadline is missed 逾期处置. */
public enum OnBreach {
    /** 仅计入考核: it only counts in the figures. */
    NOTHING,
    /** 催办: a reminder. */
    REMINDER,
    /** 催办后转督办: a reminder, then supervision. */
    REMINDER_THEN_SUPERVISION,
    /** 红灯报信访局领导: red, to the bureau's leader. */
    BUREAU_LEADER,
    /** 权利失效: the right is gone. */
    LAPSES,
    /** 自动升级: the next level decides. */
    ESCALATE,
    /** 法定期限警报: the law is broken. */
    COMPLIANCE_ALARM,
    /** 督办阶梯: electronic order, supervisor task, circular draft. */
    LADDER,
    /** 列入通报: onto the list of the next circular. */
    CIRCULAR_LIST
}
