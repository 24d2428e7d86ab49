package cn.huiying.command.supervision.action;

import java.time.Instant;

/** What every command in supervision tells: when it was sent. */
public interface SupervisionCommand {

    Instant at();
}
