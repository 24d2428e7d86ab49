package cn.huiying.command.account.registering;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens an account 群众注册; the phone is confirmed afterwards. */
public record RegisterCitizen(
        @TargetAggregateIdentifier AccountId accountId, Instant at, Sealed name, Sealed phone, String noticeVersion) {}
