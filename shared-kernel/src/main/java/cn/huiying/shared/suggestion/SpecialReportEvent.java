package cn.huiying.shared.suggestion;

import java.time.Instant;

/** What can happen in the life of a special report 专项情况报告. */
public sealed interface SpecialReportEvent
        permits SpecialReportDrafted, SpecialReportSubmitted, SpecialReportInstructed {

    SpecialReportId reportId();

    /** When it happened. */
    Instant at();
}
