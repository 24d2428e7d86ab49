package cn.huiying.command.petition;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;

/**
 * What a command led to.
 *
 * @param version sequence number of the petition's last event, its strong entity tag
 */
public record Outcome(PetitionId id, long version, State state) {}
