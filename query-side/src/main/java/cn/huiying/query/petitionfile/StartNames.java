package cn.huiying.query.petitionfile;

import cn.huiying.shared.time.Start;
import java.util.EnumMap;
import java.util.Map;

/** What officers and citizens call the happenings a deadline counts from 起算事件. */
final class StartNames {

    private static final Map<Start, String> CHINESE = new EnumMap<>(Map.ofEntries(
            Map.entry(Start.SUBMISSION, "提交留言"),
            Map.entry(Start.CORRECTION_REQUEST, "要求补正"),
            Map.entry(Start.ACCEPTANCE, "受理"),
            Map.entry(Start.DISPATCH, "交办"),
            Map.entry(Start.RETURN_REQUEST, "申请退单"),
            Map.entry(Start.REPLY, "提交答复"),
            Map.entry(Start.AGENCY_APPROVAL, "单位审核通过"),
            Map.entry(Start.RESOLUTION, "办结"),
            Map.entry(Start.CALLBACK_REQUIRED, "需回访"),
            Map.entry(Start.REOPENING, "重办"),
            Map.entry(Start.REEXAMINATION_REQUEST, "申请复查"),
            Map.entry(Start.REEXAMINATION_OPINION, "出具复查意见"),
            Map.entry(Start.REVIEW_REQUEST, "申请复核"),
            Map.entry(Start.PROPOSAL, "提出三项建议")));

    private StartNames() {}

    static String chinese(Start start) {
        return CHINESE.get(start);
    }
}
