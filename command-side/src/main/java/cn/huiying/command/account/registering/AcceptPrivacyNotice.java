package cn.huiying.command.account.registering;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Accepts a newer version of the privacy notice 隐私告知确认. */
public record AcceptPrivacyNotice(@TargetAggregateIdentifier AccountId accountId, Instant at, String noticeVersion) {}
