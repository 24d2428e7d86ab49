package cn.huiying.command.petition.action;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;

/** What every command on a petition tells: which one, and when it was sent, for imported history long ago. */
public interface PetitionCommand {

    PetitionId petitionId();

    Instant at();
}
