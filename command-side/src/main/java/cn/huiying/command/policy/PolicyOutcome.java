package cn.huiying.command.policy;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyState;

/**
 * What a command led to.
 *
 * @param version sequence number of the policy's last event, its strong entity tag
 */
record PolicyOutcome(PolicyId id, long version, PolicyState state) implements DossierDoor.Versioned {}
