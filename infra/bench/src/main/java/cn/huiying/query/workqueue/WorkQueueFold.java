package cn.huiying.query.workqueue;

import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Lends the queues' own fold to the peers, which keep its documents as JSON text; and tells what there is in ours. */
public final class WorkQueueFold {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private WorkQueueFold() {}

    /** One item of a queue, as the peers' table needs it. */
    public record Folded(
            String agency, String desk, String bucket, Instant since, String json, String state, boolean stays) {}

    /** @param json null where the petition is not in the queues; null comes back where it still is not */
    public static Folded evolve(String json, PetitionEvent event, long version) {
        WorkItem item = WorkItem.evolve(json == null ? null : JSON.readValue(json, WorkItem.class), event, version);
        return item == null
                ? null
                : new Folded(
                        item.agency(),
                        item.desks().isEmpty()
                                ? null
                                : item.desks().keySet().iterator().next().name(),
                        item.bucket() == null ? null : item.bucket().name(),
                        item.since(),
                        JSON.writeValueAsString(item),
                        state(item),
                        item.open() || item.state() == State.RESOLVED || item.state() == State.CLOSED);
    }

    private static String state(WorkItem item) {
        return item.id() + " " + item.version() + " " + item.state() + " " + item.desks() + " " + item.bucket() + " "
                + item.agency();
    }

    public static void states(ApplicationContext context, Collection<String> ids, Map<String, String> into) {
        context.getBean(WorkItems.class).load(ids).forEach((id, item) -> into.put("W " + id, state(item)));
    }
}
