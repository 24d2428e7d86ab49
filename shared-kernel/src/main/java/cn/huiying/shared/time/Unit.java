package cn.huiying.shared.time;

/** What a limit is counted in. */
public enum Unit {
    /** 工作日. */
    WORKDAY("个工作日", "working day"),
    /** 日: each day counts; a last day of rest moves to the next working day (民法典 Art. 203). */
    CALENDAR_DAY("日", "day"),
    /** 小时: plain hours, day and night. */
    HOUR("小时", "hour");

    private final String chinese;
    private final String english;

    Unit(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** An amount in Chinese, such as 7个工作日. */
    public String chinese(int amount) {
        return amount + chinese;
    }

    /** An amount in English, such as 7 working days. */
    public String english(int amount) {
        return amount + " " + english + (amount == 1 ? "" : "s");
    }
}
