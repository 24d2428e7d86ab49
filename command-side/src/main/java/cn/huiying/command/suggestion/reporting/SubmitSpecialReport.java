package cn.huiying.command.suggestion.reporting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lays the report before the city's leaders 专项报告报送.
 */
@DossierAction(slug = "submit", chinese = "报送专项情况报告", roles = Role.BUREAU_LEADER)
public record SubmitSpecialReport(@TargetAggregateIdentifier SpecialReportId reportId, Instant at)
        implements DossierCommand {}
