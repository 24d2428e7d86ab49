package cn.huiying.shared.erasure;

import cn.huiying.shared.account.AccountId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A second person approved it 批准删除.
 */
@Revision("1")
public record ErasureApproved(ErasureId erasureId, AccountId subject, Instant at) implements ErasureEvent {}
