package cn.huiying.command.notifying;

/** What a notification is about 通知事项. */
enum NotificationKind {
    // To the author.
    ACCEPTED("受理告知", "Your petition is accepted"),
    NOT_ACCEPTED("不予受理告知", "Your petition is not accepted"),
    REDIRECTED("引导法定途径告知", "Your petition belongs to another route"),
    MERGED("并案告知", "Your petition is merged with an earlier one"),
    CORRECTION_ASKED("补正通知", "Your petition needs a correction"),
    CORRECTION_LAPSED("逾期未补正告知", "Your petition was not corrected in time"),
    DISPATCHED("交办告知", "Your petition was dispatched"),
    INTERIM_REPLY("阶段性答复", "There is an interim reply"),
    EXTENSION_TOLD("延长办理期限告知", "More time is needed"),
    DEADLINE_MOVED("办结时限变更", "The time for the reply has changed"),
    CLOCK_PAUSED("暂停计时告知", "The clock stands still"),
    CLOCK_RESUMED("恢复计时告知", "The clock runs again"),
    RESOLVED("办结告知", "Your petition is answered"),
    TERMINATED("终止办理告知", "Your petition is not handled further"),
    REOPENED("重办告知", "Your petition is handled again"),
    REEXAMINATION_OPINION("复查意见", "The re-examination's opinion"),
    REVIEW_OPINION("复核意见", "The review's opinion"),
    // To the enterprise.
    POLICY_PUSHED("政策推送", "A policy fits your enterprise"),
    SUGGESTION_SELECTED("优秀建议告知", "Your suggestion was selected"),
    SUGGESTION_REWARDED("建议奖励告知", "Your suggestion is rewarded"),
    SUGGESTION_CONVERTED("建议转化告知", "Your suggestion became a measure"),
    // To the agency.
    ASSIGNED("交办通知", "A petition is assigned to you"),
    DESIGNATED("指定承办通知", "You are designated to handle a petition"),
    HANDLE_AGAIN("重办通知", "A petition is to be handled again"),
    CO_HANDLER_ADDED("协办通知", "You take part in handling a petition"),
    CO_HANDLER_REMOVED("解除协办通知", "You no longer take part in handling a petition"),
    HANDED_OVER("更换主办通知", "You handle a petition of your predecessor"),
    HANDLING_ENDED("停止办理通知", "A petition is not to be handled further"),
    RETURN_DECIDED("退单决定", "Your request for a return is decided"),
    EXTENSION_DECIDED("延期决定", "Your request for an extension is decided"),
    REPLY_SENT_BACK("答复退回修改", "The reply has to be rewritten"),
    RATING_DECIDED("评价申诉决定", "Your challenge of a rating is decided"),
    REMINDER("催办", "Little time is left"),
    OVERDUE("超期催办", "Time is over"),
    ELECTRONIC_ORDER("电子督办单", "Electronic supervision order"),
    ORDER_ISSUED("督办通知", "You are supervised"),
    ORDER_RETURNED("督办反馈退回重报", "Your feedback on an order does not do"),
    ORDER_ESCALATED("督办升级", "An order to you goes on in a stricter form"),
    ORDER_HANDED_OVER("督办移交", "You answer an order of your predecessor"),
    ORDER_ENDED("督办结束", "An order to you has ended"),
    PROPOSAL_ISSUED("三项建议", "A proposal is made to you"),
    PROPOSAL_HANDED_OVER("建议移交", "You answer a proposal of your predecessor"),
    PROPOSAL_WITHDRAWN("建议撤回", "A proposal to you no longer stands"),
    // To the bureau.
    RETURN_REQUESTED("退单申请", "An agency asks for a return"),
    EXTENSION_REQUESTED("延期申请", "An agency asks for an extension"),
    REPLY_TO_CONFIRM("答复待复核", "A reply is to be checked"),
    CALLBACK_REQUIRED("需回访", "A citizen is to be called back"),
    REEXAMINATION_REQUESTED("复查申请", "A re-examination is asked for"),
    REVIEW_REQUESTED("复核申请", "A review is asked for"),
    BUREAU_WARNED("黄灯预警", "Little time is left for the bureau"),
    BUREAU_OVERDUE("红灯超期", "The bureau's time is over"),
    // To the bureau's leader and the supervisors.
    RED_TO_LEADER("红灯报告", "A red light is reported to you"),
    LEGAL_LIMIT_BROKEN("法定期限警报", "A limit of the law is broken"),
    SUPERVISION_LISTED("督办清单", "A petition is on the list of supervision"),
    SUPERVISION_TASK("督办任务", "A petition is to be supervised"),
    CIRCULAR_DRAFT("通报草稿", "A circular is to be drafted"),
    ORDER_ANSWERED("督办反馈", "An agency has answered an order"),
    PROPOSAL_ANSWERED("建议采纳反馈", "An agency has answered a proposal");

    private final String chinese;
    private final String english;

    NotificationKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }
}
