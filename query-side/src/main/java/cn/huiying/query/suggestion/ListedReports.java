package cn.huiying.query.suggestion;

import cn.huiying.query.common.Listed;
import cn.huiying.shared.suggestion.SpecialReportState;
import java.util.Set;

/** All special reports there ever were; the newest draft first. */
interface ListedReports extends Listed<ListedReport, Set<SpecialReportState>> {}
