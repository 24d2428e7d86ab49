package cn.huiying.shared.erasure;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The person's key was destroyed 密钥已销毁: what it sealed can be read by nobody any more, and the log is unchanged.
 */
@Revision("1")
public record SubjectKeyDestroyed(ErasureId erasureId, AccountId subject, Instant at) implements ErasureEvent {}
