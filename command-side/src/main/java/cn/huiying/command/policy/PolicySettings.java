package cn.huiying.command.policy;

import java.util.Set;

/**
 * What the operator sets about policies.
 *
 * @param topics    that policies are tagged with
 * @param districts GB/T 2260 codes
 */
public record PolicySettings(Set<String> topics, Set<String> districts) {}
