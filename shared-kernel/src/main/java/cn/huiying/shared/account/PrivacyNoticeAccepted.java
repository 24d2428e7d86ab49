package cn.huiying.shared.account;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 隐私告知确认: the holder accepted a version of the privacy notice (PIPL Arts. 17, 35).
 */
@Revision("1")
public record PrivacyNoticeAccepted(AccountId accountId, String noticeVersion, Instant at) implements AccountEvent {}
