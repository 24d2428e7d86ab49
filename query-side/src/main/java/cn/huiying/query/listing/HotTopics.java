package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 易发多发: what a period's published petitions speak of, and where, more often than those of the period before. Terms come from
 * the titles; each is then counted as the listing counts it, in title and text, so that its list has as many items.
 *
 * @param petitions       of the period
 * @param petitionsBefore of the period before
 */
record HotTopics(
        long petitions, long petitionsBefore, List<Rising> terms, List<Rising> districts, List<Rising> agencies) {

    /**
     * One term or place.
     *
     * @param rise above what the period before lets expect, in standard deviations
     */
    record Rising(String value, long count, long before, double rise) {}

    /** @param before the same in the period before */
    static HotTopics find(PetitionIndex index, PetitionFilter now, PetitionFilter before, int limit) {
        Filter those = published(now, null);
        Filter thoseBefore = published(before, null);
        long petitions = index.count(those);
        long petitionsBefore = index.count(thoseBefore);
        double growth = RisingTerms.growth(petitions, petitionsBefore);
        Map<String, Long> terms = new HashMap<>();
        Map<String, Long> termsBefore = new HashMap<>();
        // Some of the titles' terms may not rise in the texts.
        RisingTerms.find(index.foldedTitles(those), index.foldedTitles(thoseBefore), 2 * limit)
                .forEach(term -> {
                    terms.put(term, index.count(published(now, term)));
                    termsBefore.put(term, index.count(published(before, term)));
                });
        Set<Facet> places = Set.of(Facet.DISTRICT, Facet.AGENCY);
        Map<Facet, Map<String, Long>> counts = index.facets(those, places);
        Map<Facet, Map<String, Long>> countsBefore = index.facets(thoseBefore, places);
        return new HotTopics(
                petitions,
                petitionsBefore,
                rising(terms, termsBefore, growth, limit),
                rising(counts.get(Facet.DISTRICT), countsBefore.get(Facet.DISTRICT), growth, limit),
                rising(counts.get(Facet.AGENCY), countsBefore.get(Facet.AGENCY), growth, limit));
    }

    private static Filter published(PetitionFilter petitions, String text) {
        return new Filter(true, null, petitions, text);
    }

    private static List<Rising> rising(
            Map<String, Long> counts, Map<String, Long> countsBefore, double growth, int limit) {
        return counts.entrySet().stream()
                .map(entry -> {
                    long before = countsBefore.getOrDefault(entry.getKey(), 0L);
                    double rise = RisingTerms.rise(entry.getValue(), before, growth);
                    return new Rising(entry.getKey(), entry.getValue(), before, Math.round(rise * 100) / 100.0);
                })
                .filter(one -> one.count() >= RisingTerms.LEAST && one.rise() >= RisingTerms.SIGNIFICANT)
                .sorted(Comparator.comparingDouble(Rising::rise).reversed().thenComparing(Rising::value))
                .limit(limit)
                .toList();
    }
}
