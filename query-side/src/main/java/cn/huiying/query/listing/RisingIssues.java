package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.HotIssues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * 易发多发 grouped by topic and place: what the published petitions of a period speak of more often than those of the period
 * before, in one district; with the petitions behind it, so that one matter can be given one supervision order.
 */
record RisingIssues(List<Issue> issues) {

    /** No supervision order is about more. */
    private static final int MOST_PETITIONS = 50;

    /**
     * One matter.
     *
     * @param topic     what it is called in titles and texts
     * @param rise      above what the period before lets expect, in standard deviations
     * @param petitions the latest of them, at most 50
     */
    record Issue(String topic, String district, long count, long before, double rise, List<ListedPetition> petitions) {

        /** By lead agency, whoever has most first; those that no agency leads are left out. */
        Map<String, List<PetitionId>> byAgency() {
            Map<String, List<PetitionId>> byAgency = new TreeMap<>();
            petitions.stream()
                    .filter(petition -> petition.agency() != null)
                    .forEach(petition -> byAgency.computeIfAbsent(petition.agency(), agency -> new ArrayList<>())
                            .add(petition.id()));
            Map<String, List<PetitionId>> most = new LinkedHashMap<>();
            byAgency.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, List<PetitionId>> entry) ->
                                    entry.getValue().size())
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
            return most;
        }

        /** One order to the agency that has most of them; empty where no agency has any. */
        Optional<HotIssues.Issue> order(ListingSettings settings) {
            String place = settings.districts().getOrDefault(district, district);
            return byAgency().entrySet().stream()
                    .findFirst()
                    .map(most -> new HotIssues.Issue(
                            topic,
                            district,
                            most.getKey(),
                            most.getValue(),
                            place + "“" + topic + "”问题集中反映 " + count + " 件(上期 " + before + " 件)"));
        }
    }

    /** @param before the same in the period before */
    static RisingIssues find(PetitionIndex index, PetitionFilter now, PetitionFilter before, int limit) {
        Filter those = new Filter(true, null, now, null);
        Filter thoseBefore = new Filter(true, null, before, null);
        double growth = RisingTerms.growth(index.count(those), index.count(thoseBefore));
        List<Issue> issues = new ArrayList<>();
        for (String topic : RisingTerms.find(index.foldedTitles(those), index.foldedTitles(thoseBefore), 2 * limit)) {
            Map<String, Long> places = byDistrict(index, now, topic);
            Map<String, Long> placesBefore = byDistrict(index, before, topic);
            places.forEach((district, count) -> {
                long past = placesBefore.getOrDefault(district, 0L);
                double rise = RisingTerms.rise(count, past, growth);
                if (count >= RisingTerms.LEAST && rise >= RisingTerms.SIGNIFICANT) {
                    issues.add(new Issue(topic, district, count, past, Math.round(rise * 100) / 100.0, List.of()));
                }
            });
        }
        return new RisingIssues(issues.stream()
                .sorted(Comparator.comparingDouble(Issue::rise)
                        .reversed()
                        .thenComparing(Issue::topic)
                        .thenComparing(Issue::district))
                .limit(limit)
                .map(issue -> new Issue(
                        issue.topic(),
                        issue.district(),
                        issue.count(),
                        issue.before(),
                        issue.rise(),
                        petitions(index, now.withDistrict(issue.district()), issue.topic())))
                .toList());
    }

    private static Map<String, Long> byDistrict(PetitionIndex index, PetitionFilter petitions, String topic) {
        return index.facets(new Filter(true, null, petitions, topic), Set.of(Facet.DISTRICT))
                .get(Facet.DISTRICT);
    }

    private static List<ListedPetition> petitions(PetitionIndex index, PetitionFilter petitions, String topic) {
        return index
                .page(new Filter(true, null, petitions, topic), Order.SUBMITTED, null, false, MOST_PETITIONS)
                .stream()
                .map(PetitionIndex.Hit::petition)
                .toList();
    }
}
