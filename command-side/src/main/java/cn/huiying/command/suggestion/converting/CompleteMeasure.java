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
 * Tells that the measure is in effect 转化完成.
 * The agency's leader does, since everyone reads it at once (政府信息公开条例 Art. 17).
 */
@DossierAction(slug = "complete", chinese = "完成转化", roles = Role.AGENCY_LEADER)
public record CompleteMeasure(
        @TargetAggregateIdentifier MeasureId measureId, Instant at, @NotBlank @Size(max = 2000) String result)
        implements DossierCommand {}
