package cn.huiying.shared.time;

import cn.huiying.shared.rule.InvalidInput;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has to be done, or may be done, within a deadline 时限事项. The codes are the only ones a policy may name: what meets
 * each of them is the procedure, not data.
 */
public enum Duty {
    /** 受理并交办. */
    ACCEPT_AND_DISPATCH("D1", "受理并交办", "acceptance and dispatch"),
    /** 签收. */
    SIGN("D1s", "签收", "signing for the assignment"),
    /** 申请退单: the agency's right to object that the matter is not its own (信访工作条例 Art. 23). */
    RETURN_REQUEST("D-ret", "申请退单", "asking for a return"),
    /** 决定退单. */
    RETURN_DECISION("D-ret-dec", "决定是否同意退单", "deciding on a return"),
    /** 首次联系群众. */
    FIRST_CONTACT("D3c", "首次联系群众", "first contact with the citizen"),
    /** 阶段性答复. */
    INTERIM_REPLY("D-interim", "阶段性答复", "interim reply"),
    /** 即办件办结. */
    FINAL_REPLY_3("D3", "即办件办结", "final reply, at once"),
    /** 简易件办结. */
    FINAL_REPLY_5("D5", "简易件办结", "final reply, simple"),
    /** 一般件办结. */
    FINAL_REPLY_7("D7", "一般件办结", "final reply, ordinary"),
    /** 疑难件办结. */
    FINAL_REPLY_15("D15", "疑难件办结", "final reply, complex"),
    /** 单位审核答复. */
    AGENCY_APPROVAL("D-review-agency", "单位审核答复", "the agency's approval of the reply"),
    /** 信访局复核答复. */
    BUREAU_CHECK("D-review-bureau", "信访局复核答复", "the bureau's check of the reply"),
    /** 补正: the author's time to mend the petition. */
    CORRECTION("D-corr", "补正", "correction by the author"),
    /** 评价: the author's time to evaluate. */
    EVALUATION("D-eval", "群众评价", "evaluation by the author"),
    /** 回访. */
    CALLBACK("D-callback", "回访", "calling the citizen back"),
    /** 法定告知 (信访工作条例 Arts. 22, 23). */
    LEGAL_NOTICE("D-15", "法定转送告知", "the legal notice"),
    /** 法定办结, of a claim (信访工作条例 Art. 34). */
    LEGAL_CONCLUSION("D-60", "法定办结", "the legal conclusion"),
    /** 申请复查: a right of the petitioner (信访工作条例 Art. 35). */
    REEXAMINATION_REQUEST("D-recheck", "申请复查", "asking for a re-examination"),
    /** 复查意见 (信访工作条例 Art. 35). */
    REEXAMINATION_OPINION("D-recheck-opinion", "出具复查意见", "the re-examination's opinion"),
    /** 申请复核: a right of the petitioner (信访工作条例 Art. 36). */
    REVIEW_REQUEST("D-review2", "申请复核", "asking for a review"),
    /** 复核意见; the time of a hearing 听证 is not counted (信访工作条例 Art. 36). */
    REVIEW_OPINION("D-review2-opinion", "出具复核意见", "the review's opinion"),
    /** 归档: nobody's duty; when it is over, the petition is archived. */
    ARCHIVING("D-archive", "归档", "archiving"),
    /** 三项建议反馈. */
    PROPOSAL_FEEDBACK("D-prop", "反馈三项建议采纳情况", "feedback on a proposal");

    private static final Map<String, Duty> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Duty::code, Function.identity()));

    private final String code;
    private final String chinese;
    private final String english;

    Duty(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** @throws InvalidInput where no duty has this code */
    public static Duty of(String code) {
        Duty duty = BY_CODE.get(code);
        if (duty == null) {
            throw new InvalidInput(
                    "/code",
                    "unknown-checkpoint",
                    "没有代码为 " + code + " 的时限事项。",
                    "There is no checkpoint with the code " + code + ".");
        }
        return duty;
    }

    /** As it stands in policies and events. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** 办结: whether it is the petition's main limit. */
    public boolean concludes() {
        return switch (this) {
            case FINAL_REPLY_3, FINAL_REPLY_5, FINAL_REPLY_7, FINAL_REPLY_15 -> true;
            default -> false;
        };
    }

    /** Whether its time just ends, as that of a right does; every other one is somebody's duty, met or missed. */
    public boolean isARight() {
        return isTheCitizens() || this == RETURN_REQUEST || this == ARCHIVING;
    }

    /** Whether the bureau has to do it; what is neither the bureau's nor the citizen's is the agency's. */
    public boolean isTheBureaus() {
        return switch (this) {
            case ACCEPT_AND_DISPATCH,
                    RETURN_DECISION,
                    BUREAU_CHECK,
                    CALLBACK,
                    LEGAL_NOTICE,
                    ARCHIVING,
                    PROPOSAL_FEEDBACK -> true;
            default -> false;
        };
    }

    /** Whether it is the citizen's own time, which the citizen may use to the end; every other one binds an office. */
    public boolean isTheCitizens() {
        return switch (this) {
            case CORRECTION, EVALUATION, REEXAMINATION_REQUEST, REVIEW_REQUEST -> true;
            default -> false;
        };
    }
}
