package cn.huiying.command.supervision.reporting;

import cn.huiying.shared.rule.Refused;
import java.net.URI;

/** A report is linked by https. */
public final class AReportHasASafeLink {

    private AReportHasASafeLink() {}

    /** @throws Refused where the rule is broken */
    public static void check(URI link) {
        if (!"https".equals(link.getScheme())
                || link.getHost() == null
                || link.toString().length() > 500) {
            throw Refused.byRule(
                    "a-report-has-a-safe-link",
                    "报道链接须以 https:// 开头,至多 500 个字符。",
                    "The link of a report begins with https:// and has at most 500 characters.");
        }
    }
}
