package cn.huiying.query.supervision;

import cn.huiying.shared.supervision.CircularIssued;
import cn.huiying.shared.supervision.InterviewHeld;
import cn.huiying.shared.supervision.ListedSupervisionClosed;
import cn.huiying.shared.supervision.ListedSupervisionOpened;
import cn.huiying.shared.supervision.OfflineSupervisionRecorded;
import cn.huiying.shared.supervision.SupervisionAcknowledged;
import cn.huiying.shared.supervision.SupervisionCancelled;
import cn.huiying.shared.supervision.SupervisionCompleted;
import cn.huiying.shared.supervision.SupervisionEscalated;
import cn.huiying.shared.supervision.SupervisionEvent;
import cn.huiying.shared.supervision.SupervisionFeedbackSubmitted;
import cn.huiying.shared.supervision.SupervisionHandedOver;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderIssued;
import cn.huiying.shared.supervision.SupervisionReturned;

/** The Chinese names of what happens to supervision orders. */
public final class SupervisionEventNames {

    private SupervisionEventNames() {}

    public static String chinese(SupervisionEvent event) {
        return switch (event) {
            case SupervisionOrderDrafted e -> "督办拟办";
            case SupervisionOrderIssued e -> "督办下发";
            case ListedSupervisionOpened e -> "挂牌";
            case CircularIssued e -> "通报";
            case SupervisionAcknowledged e -> "督办签收";
            case SupervisionFeedbackSubmitted e -> "督办反馈";
            case SupervisionReturned e -> "退回重报";
            case SupervisionEscalated e -> "督办升级";
            case OfflineSupervisionRecorded e -> "线下督办记录";
            case InterviewHeld e -> "约谈";
            case SupervisionHandedOver e -> "督办移交";
            case SupervisionCompleted e -> "销号";
            case ListedSupervisionClosed e -> "摘牌";
            case SupervisionCancelled e -> "督办撤销";
        };
    }
}
