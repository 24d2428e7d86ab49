package cn.huiying.shared.policy;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 政策撤回: the policy no longer stands; it can still be read, with the reason. */
@Revision("1")
public record PolicyWithdrawn(PolicyId policyId, String reason, Instant at) implements PolicyEvent {}
