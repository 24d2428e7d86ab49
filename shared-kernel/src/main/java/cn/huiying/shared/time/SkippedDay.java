package cn.huiying.shared.time;

import java.time.LocalDate;

/** A day that did not count towards a deadline, and why. */
public record SkippedDay(LocalDate date, SkipReason reason) {}
