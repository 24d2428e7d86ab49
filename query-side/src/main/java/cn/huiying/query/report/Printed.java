package cn.huiying.query.report;

import cn.huiying.shared.report.ReportContent;
import cn.huiying.shared.report.ReportGenerated;
import java.time.Instant;
import java.util.List;

/**
 * What a file is made of: the same is the same bytes.
 *
 * @param preliminary 阶段性数据
 * @param cover       lines of a page of its own before the text; empty for none
 * @param origin      where it comes from, to be read at its end
 * @param at          when it was written
 */
public record Printed(ReportContent content, boolean preliminary, List<String> cover, List<String> origin, Instant at) {

    static Printed of(ReportGenerated report) {
        return new Printed(
                report.content(),
                report.preliminary(),
                List.of(),
                PoiPackage.origin("第 " + report.edition() + " 版", report.position(), report.at(), report.digest()),
                report.at());
    }
}
