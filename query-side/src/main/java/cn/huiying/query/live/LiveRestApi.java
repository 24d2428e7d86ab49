package cn.huiying.query.live;

import cn.huiying.query.board.BoardView;
import cn.huiying.query.board.BoardViews;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.common.RemoteNetwork;
import cn.huiying.query.petitionfile.VisibleFiles;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The doors to the live streams. Who may read what is decided where a stream is opened, and again when its token has expired. */
@RestController
@RequestMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class LiveRestApi {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String AFTER = "after";
    private static final Set<Role> BUREAU = Set.of(Role.INTAKE_OFFICER, Role.BUREAU_LEADER, Role.SUPERVISOR);

    private final LiveFeed feed;
    private final LiveLines lines;
    private final VisibleFiles files;
    private final BoardViews views;
    private final ReadPositions positions;

    LiveRestApi(LiveFeed feed, LiveLines lines, VisibleFiles files, BoardViews views, ReadPositions positions) {
        this.feed = feed;
        this.lines = lines;
        this.files = files;
        this.views = views;
        this.positions = positions;
    }

    @GetMapping("/api/public/stream")
    void publications(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(new Topic.Publications(), new TokenEnd(null), request, response);
    }

    @GetMapping("/api/petitions/{id}/stream")
    void petition(
            Actor actor,
            TokenEnd end,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean asAuthor = files.readsAsAuthor(actor, id);
        PetitionId petition = new PetitionId(id);
        boolean agency = actor.role() == Role.AGENCY_HANDLER || actor.role() == Role.AGENCY_LEADER;
        Topic topic = asAuthor
                ? new Topic.OwnPetition(petition)
                : agency ? new Topic.PetitionInHand(petition, actor.agency()) : new Topic.Petition(petition);
        open(topic, end, request, response);
    }

    @GetMapping("/api/agencies/{code}/queue/stream")
    void queue(
            Actor actor,
            TokenEnd end,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean own = code.equals(actor.agency())
                && (actor.role() == Role.AGENCY_HANDLER || actor.role() == Role.AGENCY_LEADER);
        if (!own && !BUREAU.contains(actor.role())) {
            throw Refused.notFound("queue-not-found", "没有找到该单位的队列。", "There is no such queue.");
        }
        open(new Topic.Queue(code), end, request, response);
    }

    @GetMapping("/api/intake/stream")
    void intake(Actor actor, TokenEnd end, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!BUREAU.contains(actor.role()) && actor.role() != Role.COUNTY_OFFICER) {
            throw Refused.forbidden("role-may-not", "只有信访局可以查看受理队列。", "Only the bureau may see the intake queue.");
        }
        String district = actor.role() == Role.COUNTY_OFFICER ? actor.district() : null;
        open(new Topic.Intake(district), end, request, response);
    }

    @GetMapping("/api/supervision/stream")
    void supervision(Actor actor, TokenEnd end, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (actor.role() != Role.SUPERVISOR && actor.role() != Role.BUREAU_LEADER) {
            throw Refused.forbidden(
                    "role-may-not", "只有督办员和信访局领导可以查看督办动态。", "Only supervisors and bureau leaders may see supervision.");
        }
        open(new Topic.Supervision(), end, request, response);
    }

    @GetMapping("/api/supervision/board/stream")
    void board(Actor actor, TokenEnd end, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        views.check(actor);
        Parameters parameters = Parameters.of(
                request,
                Stream.concat(Arrays.stream(BoardViews.PARAMETERS), Stream.of(AFTER))
                        .toArray(String[]::new));
        BoardView view = views.of(actor, parameters);
        OptionalLong after = after(request, parameters);
        if (after.isPresent() && after.getAsLong() <= positions.head()) {
            // It may have been told by another node, which has come further.
            positions.require(BoardViews.READ_MODEL, after.getAsLong());
        }
        open(new Topic.SupervisionBoard(view), end, after, request, response);
    }

    private void open(Topic topic, TokenEnd end, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        open(topic, end, after(request, Parameters.of(request, AFTER)), request, response);
    }

    private void open(
            Topic topic, TokenEnd end, OptionalLong after, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Principal principal = request.getUserPrincipal();
        String caller = principal == null ? RemoteNetwork.of(request) : principal.getName();
        Subscriber subscriber = new Subscriber(caller, topic, end.at());
        feed.admit(subscriber);
        // Not before: a refusal has a content type of its own.
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // A proxy that gathers an answer before it passes it on would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            feed.remove(subscriber);
            return;
        }
        try {
            ShallowEtagHeaderFilter.disableContentCaching(request);
            // Before the head is sent: if the log can't be read, that is the answer.
            feed.subscribe(subscriber, after);
            lines.open(request, response, new SseConnection(subscriber, feed));
        } catch (IOException | RuntimeException e) {
            feed.remove(subscriber);
            throw e;
        }
    }

    /** The header counts where both are given: a browser keeps the parameter when it comes again. */
    private static OptionalLong after(HttpServletRequest request, Parameters parameters) {
        String header = request.getHeader(LAST_EVENT_ID);
        if (header != null) {
            return OptionalLong.of(position(LAST_EVENT_ID, header));
        }
        return parameters
                .single(AFTER)
                .map(text -> OptionalLong.of(position(AFTER, text)))
                .orElseGet(OptionalLong::empty);
    }

    private static long position(String name, String text) {
        try {
            long position = Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInput(
                name,
                "form",
                name + " 须是不小于 0 的整数:最后收到的事件的 id。",
                name + " must be a whole number of at least 0: the id of the last event received.");
    }
}
