package cn.huiying.query.directory;

import cn.huiying.shared.organisation.AgencyEntry;
import java.util.Collection;
import java.util.List;

/** The directory of agencies as it is read. */
public interface AgencyDirectory {

    /** One agency with its standing. */
    record ListedAgency(AgencyEntry entry, boolean suspended, long version) {}

    /** Every agency, by code. */
    List<ListedAgency> all();

    /** The name of an agency, or its code where it is unknown. */
    String name(String code);

    /** Whether there is an agency with this code. */
    boolean has(String code);

    /** The same for the same names, on every node. */
    int revision();

    /** Adds or replaces. */
    void save(Collection<ListedAgency> agencies);
}
