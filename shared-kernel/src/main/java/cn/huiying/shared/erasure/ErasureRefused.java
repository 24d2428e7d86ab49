package cn.huiying.shared.erasure;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A second person refused it 不予删除.
 */
@Revision("1")
public record ErasureRefused(ErasureId erasureId, String reason, Instant at) implements ErasureEvent {}
