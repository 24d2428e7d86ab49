package cn.huiying.shared.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 报告获批示: a city leader instructs agencies about the report.
 *
 * @param instruction id of the leader's instruction that the platform records for it
 * @param title       of the report
 * @param dueOn       until when it is to be done; null where none is given
 */
@Revision("1")
public record SpecialReportInstructed(
        SpecialReportId reportId,
        String instruction,
        String title,
        String text,
        List<String> agencies,
        LocalDate dueOn,
        Instant at)
        implements SpecialReportEvent {}
