package cn.huiying.shared.time;

/** Why a day does not count towards a deadline. */
public enum SkipReason {
    /** 周末. */
    WEEKEND("周末", "weekend"),
    /** 放假: a day off by the State Council's notice, weekend days of the holiday among them. */
    NOTICE("放假通知规定的放假日", "off by the State Council's notice"),
    /** 法定节假日 with a fixed date, in a year whose notice is not published. */
    FIXED_HOLIDAY("法定节假日,当年放假通知尚未发布", "statutory day off; the notice of its year is not published"),
    /** 暂停计时: the clock stood still the whole day. */
    PAUSE("暂停计时", "the clock stood still");

    private final String chinese;
    private final String english;

    SkipReason(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
