package cn.huiying.query.listing;

import cn.huiying.query.common.Ranked;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be asked of the petitions, as they are or as they were. Safe for many threads. */
public interface PetitionSearch {

    /** @param from where the page begins, exclusive; null for the start */
    List<Hit> page(Filter filter, Order order, Ranked from, boolean backwards, int limit);

    /** How many petitions a list contains. */
    long count(Filter filter);

    /** How many petitions of a list have each value of the facets. */
    Map<Facet, Map<String, Long>> facets(Filter filter, Set<Facet> facets);

    Optional<ListedPetition> find(PetitionId id);

    /**
     * A published petition.
     *
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none
     */
    default ListedPetition published(String id) {
        return find(PetitionIndex.id(id)).filter(ListedPetition::published).orElseThrow(PetitionIndex::notFound);
    }

    Optional<ListedPetition> findByNumber(String number);

    /**
     * Published petitions most like this text, best first.
     *
     * @param except not this one; null for none
     */
    List<ListedPetition> similar(String text, PetitionId except, int limit);

    /** The titles of a list's published petitions, folded as for a search, in no order. */
    List<String> foldedTitles(Filter filter);
}
