package cn.huiying.shared.time;

/** The happenings a deadline can count from 起算事件. */
public enum Start {
    /** 提交: {@code PetitionSubmitted}. */
    SUBMISSION("提交留言"),
    /** 要求补正: {@code CorrectionRequested}. */
    CORRECTION_REQUEST("要求补正"),
    /** 受理: {@code PetitionAccepted}. */
    ACCEPTANCE("受理"),
    /** 交办 to the lead agency, by dispatch or designation: {@code PetitionDispatched}, {@code AgencyDesignated}. */
    DISPATCH("交办主办单位"),
    /** 申请退单: {@code ReturnRequested}. */
    RETURN_REQUEST("申请退单"),
    /** 提交答复: {@code ReplySubmitted}. */
    REPLY("提交答复"),
    /** 单位审核通过: {@code ReplyApproved}. */
    AGENCY_APPROVAL("单位审核通过"),
    /** 办结, the written answer: {@code PetitionResolved}. */
    RESOLUTION("办结"),
    /** 需回访: {@code CallbackRequired}. */
    CALLBACK_REQUIRED("需回访"),
    /** 重办: {@code PetitionReopened}. */
    REOPENING("重办"),
    /** 申请复查: {@code ReexaminationRequested}. */
    REEXAMINATION_REQUEST("申请复查"),
    /** 复查意见: {@code ReexaminationConcluded}. */
    REEXAMINATION_OPINION("出具复查意见"),
    /** 申请复核: {@code ReviewRequested}. */
    REVIEW_REQUEST("申请复核"),
    /** 结案 or 终止办理, or the last opinion after it: {@code PetitionClosed}, {@code HandlingTerminated}, {@code ReviewConcluded}. */
    CLOSING("结案"),
    /** 三项建议提出: {@code ProposalIssued}. */
    PROPOSAL("三项建议提出");

    private final String chinese;

    Start(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
