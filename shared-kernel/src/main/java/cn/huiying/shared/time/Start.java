package cn.huiying.shared.time;

/** The happenings a deadline can count from 起算事件. */
public enum Start {
    /** 提交: {@code PetitionSubmitted}. */
    SUBMISSION,
    /** 要求补正: {@code CorrectionRequested}. */
    CORRECTION_REQUEST,
    /** 受理: {@code PetitionAccepted}. */
    ACCEPTANCE,
    /** 交办 to the lead agency, by dispatch or designation: {@code PetitionDispatched}, {@code AgencyDesignated}. */
    DISPATCH,
    /** 申请退单: {@code ReturnRequested}. */
    RETURN_REQUEST,
    /** 提交答复: {@code ReplySubmitted}. */
    REPLY,
    /** 单位审核通过: {@code ReplyApproved}. */
    AGENCY_APPROVAL,
    /** 办结, the written answer: {@code PetitionResolved}. */
    RESOLUTION,
    /** 需回访: {@code CallbackRequired}. */
    CALLBACK_REQUIRED,
    /** 重办: {@code PetitionReopened}. */
    REOPENING,
    /** 申请复查: {@code ReexaminationRequested}. */
    REEXAMINATION_REQUEST,
    /** 复查意见: {@code ReexaminationConcluded}. */
    REEXAMINATION_OPINION,
    /** 申请复核: {@code ReviewRequested}. */
    REVIEW_REQUEST,
    /** 结案 or 终止办理, or the last opinion after it: {@code PetitionClosed}, {@code HandlingTerminated}, {@code ReviewConcluded}. */
    CLOSING,
    /** 三项建议提出: {@code ProposalIssued}. */
    PROPOSAL
}
