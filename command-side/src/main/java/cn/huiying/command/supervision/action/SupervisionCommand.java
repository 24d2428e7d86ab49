package cn.huiying.command.supervision.action;

import cn.huiying.shared.supervision.SupervisionOrderId;
import java.time.Instant;

/** What every command on a supervision order tells: which one, and when it was sent. */
public interface SupervisionCommand {

    SupervisionOrderId orderId();

    Instant at();
}
