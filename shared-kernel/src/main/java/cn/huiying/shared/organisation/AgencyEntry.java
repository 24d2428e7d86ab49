package cn.huiying.shared.organisation;

import java.util.List;

/**
 * One agency as the directory describes it.
 *
 * @param code     GB/T 2260 code of its district and a serial number, such as {@code 445224-101}
 * @param district GB/T 2260 code; the city's own for city-level agencies
 * @param parent   code of its superior; null for the city government only
 * @param duties   keywords a citizen would use for what it does
 */
public record AgencyEntry(
        String code,
        String name,
        AgencyLevel level,
        String district,
        String parent,
        AgencyKind kind,
        List<String> duties) {

    public AgencyEntry {
        duties = List.copyOf(duties);
    }
}
