package cn.huiying.app.audit;

import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.audit.AuditTree;
import cn.huiying.audit.AuditTree.Signed;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.query.common.Parameters;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The proofs. They show hashes only, so everybody may have them: that is what they are for. */
@RestController
@ConditionalOnWebApplication
class AuditLogRestApi {

    /** @param path from the leaf's sibling upwards */
    record Inclusion(long position, long size, String leafHash, List<String> path, String root) {}

    record Consistency(long from, long to, List<String> path, String fromRoot, String toRoot) {}

    /** Which log; that of the events unless told otherwise. */
    private static final String LOG = "log";

    private static final String EVENTS = "events";
    private static final String ACCESS = "access";
    private static final Map<String, String> NAMES = Map.of(EVENTS, EVENTS, ACCESS, ACCESS);

    private final Map<String, ProvenLog> logs = new HashMap<>();
    private final Map<String, BundleWriter> bundles = new HashMap<>();
    private final AccessRecorder recorder;
    private final ReadModels readModels;

    AuditLogRestApi(
            ObjectProvider<ProvenLog> events,
            AccessLog accesses,
            AccessRecorder recorder,
            ReadModels readModels,
            LogKey key,
            JsonMapper json) {
        this.recorder = recorder;
        this.readModels = readModels;
        events.ifAvailable(log -> {
            logs.put(EVENTS, log);
            bundles.put(EVENTS, new BundleWriter(log, key, json));
        });
        logs.put(ACCESS, accesses.proven());
        bundles.put(ACCESS, new BundleWriter(accesses.proven(), key.ofPart(ACCESS), json));
    }

    /** The newest one. */
    @GetMapping(path = "/api/audit/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String checkpoint(HttpServletRequest request) {
        ProvenLog proven = log(Parameters.of(request, LOG));
        return proven.tree().newest().orElseGet(proven::sign).note();
    }

    /** Signs what is there now. */
    @PostMapping(path = "/api/audit/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @OnRecord(AccessAct.SIGN)
    String sign(Actor actor, HttpServletRequest request) {
        Auditors.check(actor);
        return log(Parameters.of(request, LOG)).sign().note();
    }

    /** What checkpoints are verified with. To be trusted it has to be had by another way, too. */
    @GetMapping(path = "/api/audit/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key(HttpServletRequest request) {
        return log(Parameters.of(request, LOG)).tree().key().text() + "\n";
    }

    @GetMapping("/api/audit/log/inclusion")
    Inclusion inclusion(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, LOG, "position", "size");
        ProvenLog proven = log(parameters);
        long size = size(proven, parameters, "size");
        long position = position(parameters, "position", size);
        AuditTree tree = proven.tree();
        return new Inclusion(
                position,
                size,
                hex(tree.leafHash(position)),
                hex(tree.inclusion(position, size)),
                hex(tree.root(size)));
    }

    @GetMapping("/api/audit/log/consistency")
    Consistency consistency(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, LOG, "from", "to");
        ProvenLog proven = log(parameters);
        long to = size(proven, parameters, "to");
        long from = position(parameters, "from", to);
        AuditTree tree = proven.tree();
        return new Consistency(from, to, hex(tree.consistency(from, to)), hex(tree.root(from)), hex(tree.root(to)));
    }

    /** Signs what is there now, and hands a range of it out with its proofs. */
    @GetMapping(path = "/api/audit/bundle", produces = "application/zip")
    @OnRecord(AccessAct.EXPORT)
    void bundle(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Auditors.check(actor);
        Parameters parameters = Parameters.of(request, LOG, "from", "to");
        ProvenLog proven = log(parameters);
        // First, so that what they hold is in the bundle.
        Map<String, Held> held = parameters.single("from").isPresent() ? Map.of() : held(proven);
        Signed newest = proven.sign();
        long size = newest.checkpoint().size();
        long to = parameters.single("to").isPresent() ? position(parameters, "to", size) : size;
        long from = parameters.single("from").isPresent() ? position(parameters, "from", to) : 1;
        if (to == 0) {
            throw Refused.notFound("log-is-empty", "日志中还没有事件。", "There is no event in the log yet.");
        }
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"huiying-" + proven.name() + "-" + from + "-" + to + ".zip\"");
        recorder.record(request);
        bundles.get(parameters.oneOf(LOG, NAMES).orElse(EVENTS))
                .write(
                        response.getOutputStream(),
                        from,
                        to,
                        newest,
                        held.entrySet().stream()
                                .filter(model -> model.getValue().position() <= to)
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    /** Each read model stands still for a moment, and goes on being read. */
    private Map<String, Held> held(ProvenLog proven) {
        Map<String, Held> held = new TreeMap<>();
        try {
            for (String name : proven == logs.get(EVENTS) ? readModels.names() : Set.<String>of()) {
                ReadModels.Digest digest = readModels.digest(name);
                held.put(name, new Held(digest.position(), digest.digest(), digest.documents()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform stops", e);
        }
        return held;
    }

    private ProvenLog log(Parameters parameters) {
        ProvenLog log = logs.get(parameters.oneOf(LOG, NAMES).orElse(EVENTS));
        if (log == null) {
            throw Refused.notFound(
                    "log-is-not-here",
                    "事件日志在 Axon Server 上,这里没有它的证明。",
                    "The log of events is on an Axon Server; there are no proofs of it here.");
        }
        return log;
    }

    /** Of the newest checkpoint where none is given. */
    private static long size(ProvenLog proven, Parameters parameters, String name) {
        return parameters.single(name).isPresent()
                ? position(parameters, name, proven.tree().size())
                : proven.tree().newest().orElseGet(proven::sign).checkpoint().size();
    }

    private static long position(Parameters parameters, String name, long most) {
        parameters.required(name);
        return parameters
                .position(name)
                .filter(position -> position >= 1 && position <= most)
                .orElseThrow(() -> new InvalidInput(
                        name,
                        "range",
                        "参数“" + name + "”须是 1 至 " + most + " 的整数。",
                        "Parameter “" + name + "” must be a whole number from 1 to " + most + "."));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(AuditLogRestApi::hex).toList();
    }
}
