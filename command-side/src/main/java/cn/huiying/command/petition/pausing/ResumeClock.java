package cn.huiying.command.petition.pausing;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lets the clock run again 恢复计时 (row 17).
 */
@PetitionAction(
        slug = "resume-clock",
        chinese = "恢复计时",
        roles = {Role.AGENCY_LEADER, Role.INTAKE_OFFICER, Role.COUNTY_OFFICER})
public record ResumeClock(@TargetAggregateIdentifier PetitionId petitionId, Instant at) implements PetitionCommand {}
