package cn.huiying.command.account.viewing;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Notes that the holder's contact data is about to be opened for a petition 个人信息被查看. */
public record ViewContactData(@TargetAggregateIdentifier AccountId accountId, Instant at, PetitionId petitionId) {}
