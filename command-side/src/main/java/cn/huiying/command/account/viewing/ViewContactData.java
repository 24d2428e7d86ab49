package cn.huiying.command.account.viewing;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Notes that the holder's contact data is about to be opened 个人信息被查看.
 *
 * @param petitionId for which petition; null where an enterprise is to be verified
 */
public record ViewContactData(@TargetAggregateIdentifier AccountId accountId, Instant at, PetitionId petitionId) {}
