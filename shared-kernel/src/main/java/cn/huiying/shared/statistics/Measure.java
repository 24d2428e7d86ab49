package cn.huiying.shared.statistics;

/**
 * What the cube counts 统计指标. Every petition counts with its present state under the day it was submitted: a petition that is
 * handled again is received once, and its last rating decides (domain 9.4, invariant 8). Petitions that are no valid messages,
 * and accusations, count under nothing but {@link #SUBMITTED} and the measure that says why.
 */
public enum Measure {
    SUBMITTED("提交", "submitted"),
    /** 待审: shown apart, in no rate. */
    PENDING("待审", "under review"),
    NOT_ACCEPTED("不予受理", "not accepted"),
    REDIRECTED("引导法定途径", "redirected"),
    MERGED("并案(重复件)", "merged as repeats"),
    WITHDRAWN("撤回", "withdrawn"),
    /** 检举控告, taken in: handled apart and in no rate. */
    ACCUSATIONS("检举控告", "accusations"),
    /** 有效留言. */
    RECEIVED("收到(有效留言)", "received"),
    IN_HAND("办理中", "in hand"),
    RESOLVED("已办结", "resolved"),
    /** Received, neither in hand nor resolved. */
    TERMINATED("终止办理", "terminated"),
    /** 及时受理: accepted and dispatched within the limit. */
    ACCEPTED_IN_TIME("及时受理", "accepted in time"),
    ACCEPTED_LATE("超期受理", "accepted late"),
    ACCEPTANCE_OVERDUE("超期未受理", "acceptance overdue"),
    /** 按期答复: resolved, and no main limit was ever missed by the lead agency. */
    REPLIED_IN_TIME("按期答复", "answered in time"),
    REPLIED_LATE("超期答复", "answered late"),
    UNREPLIED("未答复(未到期)", "unanswered, not due"),
    UNREPLIED_OVERDUE("超期未答复", "unanswered, overdue"),
    CONTACTED_IN_TIME("按期联系群众", "contacted in time"),
    CONTACT_MISSED("逾期未联系群众", "contact missed"),
    EVALUATED("已评价", "evaluated"),
    /** 超期未评价: the window is over without a rating; open windows are in neither. */
    EVALUATION_LAPSED("超期未评价", "evaluation lapsed"),
    SATISFIED("满意", "satisfied"),
    BASICALLY_SATISFIED("基本满意", "basically satisfied"),
    DISSATISFIED("不满意", "dissatisfied"),
    RATINGS_EXCLUDED("评价剔除", "ratings excluded"),
    /** The last call-back that reached the author. */
    CALLBACK_SOLVED("回访已解决", "called back, solved"),
    CALLBACK_UNSOLVED("回访未解决", "called back, not solved"),
    REOPENED("重办", "reopened"),
    RESOLVED_AT_ONCE("一次办结", "resolved at once"),
    EXTENDED("延期办理", "extended"),
    /** 不当退单: the bureau refused the lead agency's wish to return it. */
    RETURN_REFUSED("不当退单", "improper returns"),
    SUPERVISED("列入督办", "put under supervision"),
    ORDERS_ISSUED("督办件下发", "orders issued"),
    ORDERS_COMPLETED("督办件销号", "orders completed"),
    ORDERS_OPEN("督办件在办", "orders open"),
    /** Orders issued because of a false reply 弄虚作假, and not cancelled. */
    FALSE_REPLIES("弄虚作假", "false replies"),
    USERS_REGISTERED("注册用户", "users registered"),
    USERS_CANCELLED("注销用户", "users cancelled"),
    /** Answered requests for public pages, as the doors counted them hour by hour. */
    VISITS("访问量", "visits");

    private final String chinese;
    private final String english;

    Measure(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
