package cn.huiying.shared.policy;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 政策标签: whom the policy is for was told anew.
 *
 * @param tags instead of those before
 */
@Revision("1")
public record PolicyTagged(PolicyId policyId, PolicyTags tags, Instant at) implements PolicyEvent {}
