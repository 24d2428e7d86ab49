package cn.huiying.shared.suggestion;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 专项报告报送: the report lies before the city's leaders.
 *
 * @param revision that was submitted
 */
@Revision("1")
public record SpecialReportSubmitted(SpecialReportId reportId, int revision, Instant at)
        implements SpecialReportEvent {}
