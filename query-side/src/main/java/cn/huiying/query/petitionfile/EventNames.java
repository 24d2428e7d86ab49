package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.AgencyDesignated;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.CitizenContacted;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.EvaluationLapsed;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionMerged;
import cn.huiying.shared.petition.PetitionNotAccepted;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionRedirected;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.ProgressPosted;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyConfirmed;
import cn.huiying.shared.petition.ReplySentBack;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRefused;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.SiteVisitRecorded;
import java.util.Map;

/** What officers call the events of a petition (domain 9.8). */
final class EventNames {

    private static final Map<Class<? extends PetitionEvent>, String> CHINESE = Map.ofEntries(
            Map.entry(PetitionSubmitted.class, "留言提交"),
            Map.entry(CorrectionRequested.class, "要求补正"),
            Map.entry(PetitionCorrected.class, "已补正"),
            Map.entry(CorrectionLapsed.class, "逾期未补正"),
            Map.entry(PetitionNotAccepted.class, "不予受理"),
            Map.entry(PetitionRedirected.class, "引导法定途径"),
            Map.entry(PetitionMerged.class, "并案"),
            Map.entry(PetitionAccepted.class, "受理"),
            Map.entry(PetitionDispatched.class, "交办"),
            Map.entry(AgencyDesignated.class, "指定承办"),
            Map.entry(AssignmentSigned.class, "签收"),
            Map.entry(ReturnRequested.class, "申请退单"),
            Map.entry(ReturnGranted.class, "同意退单"),
            Map.entry(ReturnRefused.class, "驳回退单"),
            Map.entry(CitizenContacted.class, "已联系群众"),
            Map.entry(SiteVisitRecorded.class, "现场核查"),
            Map.entry(ProgressPosted.class, "阶段性答复"),
            Map.entry(ReplySubmitted.class, "提交答复"),
            Map.entry(ReplySentBack.class, "退回修改"),
            Map.entry(ReplyApproved.class, "单位审核通过"),
            Map.entry(ReplyConfirmed.class, "信访局复核通过"),
            Map.entry(PetitionResolved.class, "办结"),
            Map.entry(PetitionEvaluated.class, "群众评价"),
            Map.entry(CallbackRequired.class, "需回访"),
            Map.entry(EvaluationLapsed.class, "逾期未评价"),
            Map.entry(PetitionClosed.class, "结案"),
            Map.entry(PetitionWithdrawn.class, "撤回"),
            Map.entry(PetitionPublished.class, "公开"),
            Map.entry(PublicReplyPublished.class, "答复公开"),
            Map.entry(PetitionTakenDown.class, "撤下"));

    private EventNames() {}

    static String chinese(Class<? extends PetitionEvent> event) {
        return CHINESE.get(event);
    }
}
