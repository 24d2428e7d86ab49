package cn.huiying.query.listing;

import cn.huiying.query.common.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds, without a dictionary, what the titles of a period speak of more often than those of the period before: pairs of
 * characters that rise, grown to the longest run that nearly all of their titles share. The same titles give the same terms.
 */
final class RisingTerms {

    /** In fewer titles than this it is chance. */
    static final int LEAST = 3;

    /** How many standard deviations above what the period before lets expect. */
    static final double SIGNIFICANT = 2;

    /** A run grows while this share of the titles with it has the same next character. */
    private static final double SHARED = 0.8;

    private static final int LONGEST = 12;

    private RisingTerms() {}

    /**
     * How far a count rises above what the period before lets expect, in standard deviations.
     *
     * @param growth of all petitions together, so that a busier platform is no topic
     */
    static double rise(long count, long before, double growth) {
        double expected = before * growth;
        return (count - expected) / Math.sqrt(expected + 1);
    }

    /** @return how much more there is of everything; 1 where there was nothing before */
    static double growth(long count, long before) {
        return before == 0 ? 1 : (double) count / before;
    }

    /** The terms, best first, out of folded titles; none of them is a part of another. */
    static List<String> find(List<String> titles, Collection<String> titlesBefore, int limit) {
        Map<String, List<String>> now = byPair(titles);
        Map<String, Integer> before = new HashMap<>();
        titlesBefore.forEach(title -> pairs(title).forEach(pair -> before.merge(pair, 1, Integer::sum)));
        double growth = growth(titles.size(), titlesBefore.size());
        Map<String, Double> rising = new TreeMap<>();
        now.forEach((pair, with) -> {
            double rise = rise(with.size(), before.getOrDefault(pair, 0), growth);
            if (with.size() >= LEAST && rise >= SIGNIFICANT) {
                rising.put(pair, rise);
            }
        });
        List<String> terms = new ArrayList<>();
        rising.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .forEach(pair -> {
                    String term = grown(pair, now.get(pair));
                    if (terms.size() < limit && terms.stream().noneMatch(known -> isWithin(term, known))) {
                        terms.add(term);
                    }
                });
        return terms;
    }

    private static boolean isWithin(String term, String known) {
        return term.contains(known) || known.contains(term);
    }

    private static Map<String, List<String>> byPair(List<String> titles) {
        Map<String, List<String>> byPair = new HashMap<>();
        titles.forEach(title -> pairs(title).forEach(pair -> byPair.computeIfAbsent(pair, key -> new ArrayList<>())
                .add(title)));
        return byPair;
    }

    /** The pairs of a title, each once. Numbers are no topic. */
    private static Set<String> pairs(String title) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < title.length(); at++) {
            if (Folding.endOfWord(title.substring(at, at + 2), 0) == 2
                    && !(Character.isDigit(title.charAt(at)) && Character.isDigit(title.charAt(at + 1)))) {
                pairs.add(title.substring(at, at + 2));
            }
        }
        return pairs;
    }

    private static String grown(String pair, List<String> titles) {
        String term = pair;
        for (String longer = pair; longer != null && term.length() < LONGEST; ) {
            term = longer;
            longer = extended(term, titles, true);
            longer = longer == null ? extended(term, titles, false) : longer;
        }
        return term;
    }

    /** One character longer; null where the titles do not agree on it. */
    private static String extended(String term, List<String> titles, boolean after) {
        Map<String, Integer> longer = new TreeMap<>();
        int with = 0;
        for (String title : titles) {
            int at = title.indexOf(term);
            if (at >= 0) {
                with++;
                int from = after ? at : at - 1;
                int to = from + term.length() + 1;
                if (from >= 0 && to <= title.length() && Folding.endOfWord(title.substring(from, to), 0) == to - from) {
                    longer.merge(title.substring(from, to), 1, Integer::sum);
                }
            }
        }
        int enough = (int) Math.max(LEAST, Math.ceil(with * SHARED));
        return longer.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
