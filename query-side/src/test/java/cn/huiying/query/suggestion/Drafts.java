package cn.huiying.query.suggestion;

import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.suggestion.ConversionForm;
import cn.huiying.shared.suggestion.SpecialReportDrafted;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Measure;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Representative;
import cn.huiying.shared.suggestion.SpecialReportDrafted.Theme;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SuggestionNumbers;
import cn.huiying.shared.suggestion.SuggestionStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A draft with everything a draft may have. */
final class Drafts {

    static final SpecialReportId ID = new SpecialReportId("SPR-1");

    static final SpecialReportDrafted SOME = draft(
            List.of(
                    new Measure(
                            new MeasureId("MEA-1"),
                            "两条公交线路末班车延到二十三点",
                            ConversionForm.WORK_MEASURE,
                            "揭阳市交通运输局",
                            MeasureState.COMPLETED,
                            100),
                    new Measure(
                            new MeasureId("MEA-2"),
                            "口袋公园三年建设计划",
                            ConversionForm.PLAN,
                            "揭阳市城市管理和综合执法局",
                            MeasureState.UNDER_WAY,
                            40)),
            theme(
                    "公共交通",
                    new SuggestionNumbers(142, 12, 48, 31, 40, 9, 2, 21, 8),
                    "建议集中在夜间公交、接驳和公交专用道三个方面。\n晚班工人反映最多,涉及三个工业园区。",
                    "请交通部门牵头,统筹研究夜间公交的长期安排。",
                    new Representative(
                            new PetitionId("PET-1"),
                            "JY20230306000001",
                            "延长夜班公交到二十三点",
                            "建议把途经园区的两条线路末班车延到二十三点,方便晚班工人。",
                            SuggestionStanding.ADOPTED),
                    new Representative(
                            new PetitionId("PET-2"),
                            "JY20230307000002",
                            "增设公交专用道",
                            "早晚高峰公交车与社会车辆混行,建议在主干道设置专用道。",
                            SuggestionStanding.PARTLY_ADOPTED)),
            theme(
                    "城市管理",
                    new SuggestionNumbers(98, 10, 30, 20, 25, 11, 2, 12, 3),
                    null,
                    null,
                    new Representative(
                            new PetitionId("PET-3"),
                            "JY20230308000003",
                            "利用边角地建口袋公园",
                            "老城区缺少活动场地,建议利用边角地建口袋公园。",
                            SuggestionStanding.ADOPTED)),
            theme("教育", new SuggestionNumbers(25, 5, 5, 5, 5, 5, 0, 0, 0), null, null));

    private Drafts() {}

    static SpecialReportDrafted draft(List<Measure> measures, Theme... themes) {
        return new SpecialReportDrafted(
                ID,
                2,
                "2022年7月以来人民建议情况",
                LocalDate.of(2022, 7, 26),
                LocalDate.of(2023, 3, 24),
                false,
                4711,
                new SuggestionNumbers(265, 27, 83, 56, 70, 25, 4, 33, 11),
                List.of(themes),
                measures,
                Instant.parse("2023-03-24T09:00:00Z"));
    }

    static Theme theme(
            String name,
            SuggestionNumbers numbers,
            String analysis,
            String recommendations,
            Representative... representatives) {
        return new Theme(
                name, numbers, List.of(new PetitionId("PET-1")), List.of(representatives), analysis, recommendations);
    }
}
