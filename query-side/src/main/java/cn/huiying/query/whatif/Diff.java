package cn.huiying.query.whatif;

import cn.huiying.query.whatif.Comparison.Pair;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.time.Duty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs, petition after petition: everything is counted, the first differences are kept. */
final class Diff {

    /** One deadline that differs. */
    record Item(PetitionId petition, String number, String agency, Change change, Pair pair) {}

    private final Question question;
    private long petitions;
    private Counts total = Counts.NONE;
    private final Map<Duty, Counts> byDuty = new EnumMap<>(Duty.class);
    private final Map<String, Counts> byAgency = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
    private final List<Item> items = new ArrayList<>();
    private boolean truncated;

    Diff(Question question) {
        this.question = question;
    }

    /** Petitions come in the order in which they are listed. */
    void add(PetitionId petition, String number, Comparison comparison) {
        petitions++;
        for (Pair pair : comparison.pairs()) {
            total = total.and(pair);
            byDuty.merge(pair.either().deadline().duty(), Counts.NONE.and(pair), (sum, one) -> sum.and(pair));
            byAgency.merge(comparison.agency(), Counts.NONE.and(pair), (sum, one) -> sum.and(pair));
            pair.change()
                    .filter(question.changes()::contains)
                    .ifPresent(change -> list(new Item(petition, number, comparison.agency(), change, pair)));
        }
    }

    private void list(Item item) {
        if (items.size() < question.limit()) {
            items.add(item);
        } else {
            truncated = true;
        }
    }

    /** How many petitions were looked at. */
    long petitions() {
        return petitions;
    }

    Counts total() {
        return total;
    }

    Map<Duty, Counts> byDuty() {
        return Collections.unmodifiableMap(byDuty);
    }

    /** Null is the key of those that no agency has. */
    Map<String, Counts> byAgency() {
        return Collections.unmodifiableMap(byAgency);
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** Whether more differ than are kept. */
    boolean truncated() {
        return truncated;
    }
}
