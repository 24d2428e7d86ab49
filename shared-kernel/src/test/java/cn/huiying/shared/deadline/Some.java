package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;

/** What the tests of deadlines start from. */
final class Some {

    static final DeadlinePolicy H = PolicyFiles.builtIn("JY-1-3-5-7-15-H", 1);
    static final DeadlinePolicy M = PolicyFiles.builtIn("JY-1-3-5-7-15-M", 1);
    static final WorkCalendar CALENDAR = WorkCalendar.shipped();

    /** Not accepted yet. */
    static final Matter NEW = new Matter(Section.MASS_MESSAGE, PetitionType.HELP, null, null, null, null);

    private Some() {}

    static Matter matter(PetitionClass petitionClass, LimitClass limitClass, Instant acceptedAt) {
        return new Matter(
                Section.MASS_MESSAGE, PetitionType.HELP, petitionClass, limitClass, Urgency.NORMAL, acceptedAt);
    }

    static Matter claim(LimitClass limitClass, Instant acceptedAt) {
        return matter(PetitionClass.CLAIM, limitClass, acceptedAt);
    }

    static Matter opinion(LimitClass limitClass) {
        return matter(PetitionClass.OPINION, limitClass, at("2021-11-01T09:00"));
    }

    /** A moment by the clock in Jieyang. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    /** The end of a day in Jieyang. */
    static Instant endOf(String day) {
        return at(day + "T00:00").plusSeconds(24 * 3600);
    }
}
