package cn.huiying.shared.time;

/** 三色预警: how near a deadline is. */
public enum Light {
    /** 绿: time is left. */
    GREEN,
    /** 黄: little time is left; the agency is reminded 催办. */
    YELLOW,
    /** 红: overdue 超期. */
    RED
}
