package cn.huiying.command.deadlinepolicy;

import cn.huiying.shared.deadline.Policies;

/** Reads what is committed of the deadline policies. */
public interface DeadlinePolicies {

    /** What is published and was not retired. */
    Policies current();
}
