package cn.huiying.shared.report;

import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import java.util.List;

/**
 * What a special report is about 专题: the petitions that have one of the values of each list; an empty list narrows nothing.
 *
 * @param districts GB/T 2260 codes
 */
public record ReportTopic(
        String title, List<Section> sections, List<PetitionType> types, List<String> domains, List<String> districts) {

    public ReportTopic {
        sections = sections == null ? List.of() : List.copyOf(sections);
        types = types == null ? List.of() : List.copyOf(types);
        domains = domains == null ? List.of() : List.copyOf(domains);
        districts = districts == null ? List.of() : List.copyOf(districts);
    }
}
