package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 个人信息被查看: somebody whose role may opened the holder's contact data; who it was is in the metadata.
 *
 * @param petitionId the petition it was needed for; null where it was the account itself, of an enterprise to be verified
 */
@Revision("1")
public record PersonalDataViewed(AccountId accountId, String petitionId, Instant at) implements AccountEvent {}
