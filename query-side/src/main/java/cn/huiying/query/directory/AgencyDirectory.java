package cn.huiying.query.directory;

import cn.huiying.shared.organisation.AgencyEntry;
import java.util.Collection;
import java.util.List;

/** The directory of agencies as it is read. */
public interface AgencyDirectory extends AgencyNames {

    /** The processing group that keeps it up to date. */
    String NAME = "agency-directory";

    /** @param from the position of the event that gave it */
    record Named(long from, String name) {}

    /**
     * One agency with its standing.
     *
     * @param names that it has had, oldest first, the present one among them
     */
    record ListedAgency(AgencyEntry entry, boolean suspended, List<Named> names, long version) {}

    /** Every agency, by code. */
    List<ListedAgency> all();

    /** What agencies were called once the event at this position was in the directory. */
    AgencyNames asOf(long position);

    /** Whether there is an agency with this code. */
    boolean has(String code);

    /** The same for the same names, on every node. */
    int revision();

    /** Adds or replaces. */
    void save(Collection<ListedAgency> agencies);
}
