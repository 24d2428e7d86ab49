package cn.huiying.query.listing;

import cn.huiying.query.common.Lists;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.query.listing.PetitionIndex.Place;
import java.util.List;

/** A list of petitions out of the index. */
record IndexedList(PetitionIndex index, Filter filter, Order order) implements Lists.Source<Hit> {

    @Override
    public List<Hit> page(String[] from, boolean backwards, int limit) {
        Place place = from == null ? null : new Place(Double.parseDouble(from[0]), Long.parseLong(from[1]));
        return index.page(filter, order, place, backwards, limit);
    }

    @Override
    public String[] placeOf(Hit hit) {
        return new String[] {"" + hit.place().value(), "" + hit.place().order()};
    }

    @Override
    public long count() {
        return index.count(filter);
    }
}
