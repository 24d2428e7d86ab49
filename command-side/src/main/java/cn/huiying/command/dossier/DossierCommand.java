package cn.huiying.command.dossier;

import java.time.Instant;

/** What every command on a dossier tells: when it was sent. */
public interface DossierCommand {

    Instant at();
}
