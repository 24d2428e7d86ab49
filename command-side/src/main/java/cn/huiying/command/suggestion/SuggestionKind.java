package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierKind;
import cn.huiying.command.suggestion.converting.ConvertSuggestions;
import cn.huiying.command.suggestion.reporting.DraftSpecialReport;
import cn.huiying.command.suggestion.soliciting.OpenSuggestionTopic;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.suggestion.SpecialReportId;
import java.util.List;

/** The kinds of things about suggestions 建言献策. */
public final class SuggestionKind {

    private static final String AREA = "suggestions";

    /** 征集专题. */
    public static final DossierKind TOPIC = new DossierKind(
            AREA,
            "topics",
            "TOP-",
            "topic",
            "topic",
            "征集专题",
            "topicId",
            SuggestionTopicId::new,
            SuggestionTopic.class,
            OpenSuggestionTopic.class);

    /** 转化措施. */
    public static final DossierKind MEASURE = new DossierKind(
            AREA,
            "measures",
            "MEA-",
            "measure",
            "measure",
            "转化措施",
            "measureId",
            MeasureId::new,
            Measure.class,
            ConvertSuggestions.class);

    /** 专项情况报告. */
    public static final DossierKind SPECIAL_REPORT = new DossierKind(
            AREA,
            "special-reports",
            "SPR-",
            "special-report",
            "special report",
            "专项情况报告",
            "reportId",
            SpecialReportId::new,
            SpecialReport.class,
            DraftSpecialReport.class);

    public static final List<DossierKind> ALL = List.of(TOPIC, MEASURE, SPECIAL_REPORT);

    private SuggestionKind() {}
}
