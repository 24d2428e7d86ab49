package cn.huiying.command.supervision;

import cn.huiying.shared.supervision.SupervisionOrderId;

/** Reads what is committed of supervision orders. */
interface SupervisionOrders {

    /** @throws cn.huiying.shared.rule.Refused where there is no such order */
    void require(SupervisionOrderId order);
}
