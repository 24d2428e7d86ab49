package cn.huiying.shared.account;

import cn.huiying.shared.privacy.Sealed;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 群众注册: a citizen opened an account.
 */
@Revision("1")
public record CitizenRegistered(AccountId accountId, Sealed name, Sealed phone, Instant at) implements AccountEvent {}
