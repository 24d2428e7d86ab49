package cn.huiying.shared.policy;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** 政策解读: it was explained what the policy means. */
@Revision("1")
public record PolicyInterpreted(PolicyId policyId, String title, String text, Instant at) implements PolicyEvent {}
