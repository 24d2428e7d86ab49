package cn.huiying.command.suggestion.converting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Agrees that the measure is given up 转化终止.
 */
@DossierAction(slug = "abandon", chinese = "终止转化", roles = Role.BUREAU_LEADER)
public record AbandonMeasure(
        @TargetAggregateIdentifier MeasureId measureId, Instant at, @NotBlank @Size(max = 500) String reason)
        implements DossierCommand {}
