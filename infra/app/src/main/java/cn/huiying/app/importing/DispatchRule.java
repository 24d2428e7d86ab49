package cn.huiying.app.importing;

import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyLevel;
import java.util.List;
import java.util.Map;

/**
 * Finds a plausible agency for a text by the duties of the directory. It can say why: every keyword that occurs counts its
 * length, twice in the title; a keyword that is a place's own name must occur for a town to be chosen at all.
 */
final class DispatchRule {

    /** @param why one sentence for the dispatch note */
    record Choice(String agency, String why) {}

    /** Which keyword stands for a field of life, where no duty occurs in the text. */
    private static final Map<String, String> BY_DOMAIN = Map.ofEntries(
            Map.entry("城建", "住房和城乡建设局"),
            Map.entry("交通", "交通运输局"),
            Map.entry("三农", "农业农村局"),
            Map.entry("环保", "生态环境局"),
            Map.entry("教育", "教育局"),
            Map.entry("医疗", "卫生健康局"),
            Map.entry("治安", "公安局"),
            Map.entry("旅游", "文化广电旅游体育局"),
            Map.entry("就业", "人力资源和社会保障局"),
            Map.entry("文娱", "文化广电旅游体育局"),
            Map.entry("金融", "政府"),
            Map.entry("企业", "工业和信息化局"),
            Map.entry("政务", "政务服务和数据管理局"),
            Map.entry("民政社保", "民政局"),
            Map.entry("其他", "信访局"));

    private final List<AgencyEntry> directory;
    private final String city;

    DispatchRule(List<AgencyEntry> directory, String city) {
        this.directory = directory;
        this.city = city;
    }

    /** @param district GB/T 2260 code; the city's own, or null, for the city's departments */
    Choice choose(String district, String domain, String title, String content) {
        String place = district == null ? city : district;
        AgencyEntry best = null;
        int bestScore = 0;
        List<String> bestWords = List.of();
        for (AgencyEntry agency : directory) {
            if (!agency.district().equals(place) || agency.level() == AgencyLevel.TOWN && place.equals(city)) {
                continue;
            }
            List<String> words = agency.duties().stream()
                    .filter(duty -> title.contains(duty) || content.contains(duty))
                    .toList();
            int score = words.stream()
                    .mapToInt(word -> word.length() * (title.contains(word) ? 2 : 1))
                    .sum();
            if (score > bestScore) {
                best = agency;
                bestScore = score;
                bestWords = words;
            }
        }
        if (best != null) {
            return new Choice(best.code(), "按职责关键词“" + String.join("、", bestWords) + "”交" + best.name() + "。");
        }
        String name = BY_DOMAIN.getOrDefault(domain, "信访局");
        return directory.stream()
                .filter(agency ->
                        agency.district().equals(place) && agency.name().contains(name))
                .findFirst()
                .or(() -> directory.stream()
                        .filter(agency -> agency.parent() == null)
                        .findFirst())
                .map(agency -> new Choice(agency.code(), "文中没有职责关键词,按领域“" + domain + "”交" + agency.name() + "。"))
                .orElseThrow(() -> new BadLine("the directory has no agency; import it first"));
    }
}
