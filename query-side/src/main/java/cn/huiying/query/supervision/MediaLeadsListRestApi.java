package cn.huiying.query.supervision;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.Stories;
import cn.huiying.query.supervision.LeadFile.FollowUp;
import cn.huiying.query.supervision.LeadFile.Report;
import cn.huiying.query.supervision.ListedLeads.Query;
import cn.huiying.query.supervision.OrderFile.Step;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.supervision.MediaLeadEvent;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.MediaLeadState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the media leads, for those who supervise and, as long as they are not withdrawn, for the media. */
@RestController
class MediaLeadsListRestApi {

    /** One row of the list. */
    record Row(
            String id,
            String petition,
            String title,
            MediaLeadState state,
            String stateText,
            Instant offeredAt,
            long version) {}

    /**
     * One lead, whole.
     *
     * @param text as the public is shown it
     */
    record Shown(Row lead, String text, List<Report> reports, List<FollowUp> followUps, List<Step> history) {}

    private final ListedLeads leads;
    private final Lists lists;
    private final EventStore eventStore;

    MediaLeadsListRestApi(ListedLeads leads, Lists lists, EventStore eventStore) {
        this.leads = leads;
        this.lists = lists;
        this.eventStore = eventStore;
    }

    @GetMapping("/api/supervision/media-leads")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        Viewers.requireSupervisingOr(Role.MEDIA, actor);
        Parameters parameters = Parameters.of(request, Lists.parameters("state", "petition"));
        Set<MediaLeadState> asked = parameters.anyOf("state", Parameters.constants(MediaLeadState.class));
        Set<MediaLeadState> states = EnumSet.allOf(MediaLeadState.class);
        states.removeIf(state -> !asked.isEmpty() && !asked.contains(state) || !isShown(state, actor));
        Query query = new Query(states, parameters.single("petition").orElse(null));
        return lists.page(
                "media-leads " + actor.role(),
                parameters,
                Row.class,
                new ListedSource<>(leads, query),
                MediaLeadsListRestApi::row,
                null,
                null);
    }

    @GetMapping("/api/supervision/media-leads/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Viewers.requireSupervisingOr(Role.MEDIA, actor);
        Parameters.of(request);
        LeadFile file = new LeadFile();
        Stories.read(eventStore, leadId(id), MediaLeadEvent.class, file::evolve);
        if (file.lead == null || !isShown(file.lead.state(), actor)) {
            throw Refused.notFound("media-lead-not-found", "没有找到该线索。", "There is no such lead.");
        }
        return ResponseEntity.ok()
                .eTag("\"" + file.lead.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(file.lead),
                        file.text,
                        file.reports,
                        file.followUps,
                        Viewers.supervise(actor) ? file.history : file.sinceItWasOffered()));
    }

    private static boolean isShown(MediaLeadState state, Actor actor) {
        return Viewers.supervise(actor) || state != MediaLeadState.WITHDRAWN;
    }

    private static String leadId(String id) {
        try {
            return new MediaLeadId(id).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "线索编号格式不对。", e.getMessage() + ".");
        }
    }

    private static Row row(ListedLead lead) {
        return new Row(
                lead.id(),
                lead.petition(),
                lead.title(),
                lead.state(),
                lead.state().chinese(),
                lead.offeredAt(),
                lead.version());
    }
}
