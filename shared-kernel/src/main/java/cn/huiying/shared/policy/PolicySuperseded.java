package cn.huiying.shared.policy;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 政策替代: another policy stands in the place of this one.
 *
 * @param by it takes effect later, or on the same day and was published later
 */
@Revision("1")
public record PolicySuperseded(PolicyId policyId, PolicyId by, Instant at) implements PolicyEvent {}
