package cn.huiying.app.web;

import cn.huiying.app.rebuilding.ParkedLetters;
import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.app.rebuilding.ReadModels.Digest;
import cn.huiying.app.rebuilding.Rebuild;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where this node's read models are, and their rebuilds. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnExpression("'${huiying.side}' != 'command'")
class ProjectionsRestApi {

    /**
     * A rebuild.
     *
     * @param progress        of the events it has to take, from 0 to 1
     * @param secondsLeft     null where nothing can be said
     * @param formerDigest    of what there was at the switch
     * @param same            whether the new generation holds the same; null before the switch
     * @param fault           why it failed
     */
    record RebuildState(
            Rebuild.State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            long position,
            long target,
            double progress,
            long eventsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable String formerDigest,
            @Nullable Boolean same,
            @Nullable String fault) {}

    /**
     * A read model of this node.
     *
     * @param position of the last event that can be seen in it
     * @param lag      events of the log that can't be seen in it yet
     * @param running  whether it goes on, without an error
     * @param fault    why it does not, or tries the same again
     * @param digest   what it held when that was looked at last; null where it never was since the start
     * @param rebuild  the one that is running, or was the last since the start
     * @param parked   streams that are held back
     */
    record Item(
            String name,
            long position,
            long lag,
            boolean running,
            @Nullable String fault,
            @Nullable Digest digest,
            @Nullable RebuildState rebuild,
            List<ParkedLetters.Stream> parked) {}

    /** @param position of the last event of the log */
    record Projections(long position, List<Item> items) {}

    /** What a read model holds back. */
    record DeadLetters(List<ParkedLetters.Stream> items) {}

    private final ReadModels models;
    private final ReadPositions positions;

    ProjectionsRestApi(ReadModels models, ReadPositions positions) {
        this.models = models;
        this.positions = positions;
    }

    @GetMapping("/api/operations/projections")
    Projections all(Actor actor, HttpServletRequest request) {
        requireReading(actor);
        Parameters.of(request);
        long head = positions.head();
        return new Projections(
                head, models.names().stream().map(name -> show(name, head)).toList());
    }

    @GetMapping("/api/operations/projections/{name}")
    Item one(Actor actor, @PathVariable String name, HttpServletRequest request) {
        requireReading(actor);
        Parameters.of(request);
        return show(name, positions.head());
    }

    @PostMapping("/api/operations/projections/{name}/rebuild")
    @OnRecord(AccessAct.REBUILD)
    ResponseEntity<Item> rebuild(Actor actor, @PathVariable String name, HttpServletRequest request) {
        requireOperating(actor);
        Parameters.of(request);
        models.rebuild(name);
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/projections/" + name))
                .body(show(name, positions.head()));
    }

    @PostMapping("/api/operations/projections/{name}/digest")
    @OnRecord(AccessAct.REBUILD)
    Digest digest(Actor actor, @PathVariable String name, HttpServletRequest request) throws InterruptedException {
        requireOperating(actor);
        Parameters.of(request);
        return models.digest(name);
    }

    @GetMapping("/api/operations/projections/{name}/dead-letters")
    DeadLetters deadLetters(Actor actor, @PathVariable String name, HttpServletRequest request) {
        requireReading(actor);
        Parameters.of(request);
        return new DeadLetters(models.parked(name));
    }

    @PostMapping("/api/operations/projections/{name}/dead-letters/retry")
    @OnRecord(AccessAct.REBUILD)
    DeadLetters retry(Actor actor, @PathVariable String name, HttpServletRequest request) throws InterruptedException {
        requireOperating(actor);
        String stream = Parameters.of(request, "stream").single("stream").orElse(null);
        return new DeadLetters(models.retry(name, stream));
    }

    private static void requireReading(Actor actor) {
        if (actor.role() != Role.SYS_ADMIN && actor.role() != Role.AUDITOR) {
            throw Refused.forbidden(
                    "role-may-not",
                    "只有系统管理员和审计员可以查看读模型的运行状态。",
                    "Only system administrators and auditors see how the read models run.");
        }
    }

    private static void requireOperating(Actor actor) {
        if (actor.role() != Role.SYS_ADMIN) {
            throw Refused.forbidden(
                    "role-may-not", "只有系统管理员可以操作读模型。", "Only a system administrator may operate read models.");
        }
    }

    private Item show(String name, long head) {
        long position = models.position(name);
        return new Item(
                name,
                position,
                Math.max(0, head - position),
                models.works(name),
                models.fault(name).orElse(null),
                models.lastDigest(name).orElse(null),
                models.lastRebuild(name).map(ProjectionsRestApi::show).orElse(null),
                models.parked(name));
    }

    private static RebuildState show(Rebuild rebuild) {
        long target = rebuild.target();
        long position = rebuild.position();
        return new RebuildState(
                rebuild.state(),
                rebuild.startedAt(),
                rebuild.endedAt(),
                position,
                target,
                target == 0 ? 1 : Math.floor(1000.0 * position / target) / 1000,
                rebuild.eventsPerSecond(),
                rebuild.timeLeft() == null ? null : rebuild.timeLeft().toSeconds(),
                rebuild.formerDigest(),
                rebuild.same(),
                rebuild.fault());
    }
}
