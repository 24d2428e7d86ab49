package cn.huiying.shared.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** When on its last day a deadline ends (民法典 Art. 203: at 24:00, or at close of business). */
public enum DueMoment {
    /** 24:00. */
    END_OF_DAY("24:00"),
    /** 17:30, 下班时间. */
    CLOSE_OF_BUSINESS("17:30");

    private final String text;

    DueMoment(String text) {
        this.text = text;
    }

    /** The moment on this day, in Jieyang. */
    public Instant on(LocalDate day) {
        return switch (this) {
            case END_OF_DAY -> WorkCalendar.endOf(day);
            case CLOSE_OF_BUSINESS -> WorkCalendar.at(day, LocalTime.of(17, 30));
        };
    }

    /** As an officer reads it. */
    public String text() {
        return text;
    }
}
