package cn.huiying.shared.petition;

/** The lawful route a petition is directed to 引导法定途径 (Arts. 22, 30). */
public enum RedirectTarget {
    /** 纪检监察机关. */
    DISCIPLINE_INSPECTION("纪检监察机关"),
    /** 政法部门. */
    POLITICAL_LEGAL("政法部门"),
    /** 仲裁. */
    ARBITRATION("仲裁"),
    /** 行政复议. */
    ADMINISTRATIVE_RECONSIDERATION("行政复议"),
    /** 政府信息公开. */
    INFORMATION_DISCLOSURE("政府信息公开"),
    /** 12345热线. */
    HOTLINE_12345("12345热线"),
    /** 其他地区. */
    OTHER_PLACE("其他地区");

    private final String chinese;

    RedirectTarget(String chinese) {
        this.chinese = chinese;
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return chinese;
    }
}
