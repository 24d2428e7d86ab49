package cn.huiying.command.petition.supervising;

import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.action.PetitionCommand;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that an order about the petition was issued 列入督办; again it changes nothing.
 *
 * @param order id of the supervision order
 */
@PetitionAction(slug = "put-under-supervision", chinese = "列入督办", roles = Role.SYSTEM)
public record PutUnderSupervision(@TargetAggregateIdentifier PetitionId petitionId, Instant at, String order)
        implements PetitionCommand {}
