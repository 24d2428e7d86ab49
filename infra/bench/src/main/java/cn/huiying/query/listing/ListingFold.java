package cn.huiying.query.listing;

import cn.huiying.query.common.Recorded;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Lends the listing's own fold to the peers, which keep its documents as JSON text; and tells what there is in ours. */
public final class ListingFold {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ListingFold() {}

    /** @param json null before the first event */
    public static ListedPetition evolve(String json, PetitionEvent event, long version, long position) {
        ListedPetition before = json == null ? null : JSON.readValue(json, ListedPetition.class);
        return ListedPetition.evolve(before, new Recorded<>(event, version, position));
    }

    public static String json(ListedPetition petition) {
        return JSON.writeValueAsString(petition);
    }

    /** What a petition has come to, for comparing. */
    public static String state(ListedPetition petition) {
        return petition.id() + " " + petition.version() + " " + petition.state() + " " + petition.published() + " "
                + petition.agency() + " " + petition.rating() + " "
                + petition.milestones().size();
    }

    public static void states(PetitionIndex index, Collection<PetitionId> ids, Map<String, String> into) {
        index.load(ids).values().forEach(petition -> into.put("L " + petition.id(), state(petition)));
    }
}
