package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.erasure.FindPetitionsInHand;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.State.Counting;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which petitions of an author somebody still works on, from what this node has listed so far. */
class FindPetitionsInHandHandler {

    private static final int MOST = 10;

    private static final Set<State> IN_HAND = Arrays.stream(State.values())
            .filter(state -> state.counting() == Counting.PENDING || state.counting() == Counting.IN_HAND)
            .collect(Collectors.toUnmodifiableSet());

    private final PetitionIndex index;

    FindPetitionsInHandHandler(PetitionIndex index) {
        this.index = index;
    }

    @QueryHandler
    List<String> handle(FindPetitionsInHand query) {
        Filter filter = new Filter(false, query.author(), PetitionFilter.ALL.withStates(IN_HAND), null);
        return index.page(filter, Order.SUBMITTED, null, false, MOST).stream()
                .map(hit -> hit.petition().number())
                .toList();
    }
}
