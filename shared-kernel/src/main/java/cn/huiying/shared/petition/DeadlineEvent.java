package cn.huiying.shared.petition;

/** What time does to a petition: deadlines are set, moved, met and missed, and warnings follow from them. */
public sealed interface DeadlineEvent extends PetitionEvent
        permits DeadlineSet,
                DeadlineChanged,
                DeadlineRecalculated,
                YellowAlertRaised,
                RedAlertRaised,
                DeadlineMet,
                DeadlineMissed,
                DeadlineEscalated {

    /** Whether it only records that a moment has passed: a warning, a missed deadline. */
    default boolean onlyNotesTime() {
        return switch (this) {
            case YellowAlertRaised e -> true;
            case RedAlertRaised e -> true;
            case DeadlineMissed e -> true;
            case DeadlineEscalated e -> true;
            case DeadlineSet e -> false;
            case DeadlineChanged e -> false;
            case DeadlineRecalculated e -> false;
            case DeadlineMet e -> false;
        };
    }
}
