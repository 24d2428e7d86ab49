package cn.huiying.query.statistics;

import cn.huiying.query.common.Slugs;

/** What facts are told apart by 统计维度; not every fact has a value for each. */
public enum Dimension {
    SECTION,
    BOARD,
    TYPE,
    DOMAIN,
    DISTRICT,
    /** The lead agency, or the one an order is addressed to. */
    AGENCY,
    LIMIT_CLASS;

    String slug() {
        return Slugs.of(this);
    }
}
