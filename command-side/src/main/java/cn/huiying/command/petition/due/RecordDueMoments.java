package cn.huiying.command.petition.due;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what the passing of time has brought: warnings, missed deadlines, lapsed windows, the archive (rows 3, 23, 28; domain 7.2).
 */
@PetitionAction(slug = "record-due-moments", chinese = "到期处理", roles = Role.SYSTEM)
public record RecordDueMoments(@TargetAggregateIdentifier PetitionId petitionId, Instant at)
        implements PetitionCommand {}
