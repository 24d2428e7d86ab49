package cn.huiying.query.listing;

import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import java.util.List;

/** A list of petitions out of the petitions. */
public record IndexedList(PetitionSearch petitions, Filter filter, Order order) implements Lists.Source<Hit> {

    @Override
    public List<Hit> page(String[] from, boolean backwards, int limit) {
        return petitions.page(filter, order, Ranked.read(from), backwards, limit);
    }

    @Override
    public String[] placeOf(Hit hit) {
        return hit.place().texts();
    }

    @Override
    public long count() {
        return petitions.count(filter);
    }
}
