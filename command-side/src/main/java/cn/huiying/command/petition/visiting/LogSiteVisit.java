package cn.huiying.command.petition.visiting;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SiteVisitRecorded;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.Role;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records a look at the matter on site (row 14).
 */
@PetitionAction(
        slug = "log-site-visit",
        chinese = "登记现场核查",
        roles = Role.AGENCY_HANDLER,
        seals = SiteVisitRecorded.class)
public record LogSiteVisit(
        @TargetAggregateIdentifier PetitionId petitionId, Instant at, Sealed place, @NotNull Sealed findings)
        implements PetitionCommand {}
