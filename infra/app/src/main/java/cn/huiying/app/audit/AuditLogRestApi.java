package cn.huiying.app.audit;

import cn.huiying.audit.AuditTree;
import cn.huiying.query.common.Parameters;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The proofs. They show hashes only, so everybody may have them: that is what they are for. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class AuditLogRestApi {

    /** @param path from the leaf's sibling upwards */
    record Inclusion(long position, long size, String leafHash, List<String> path, String root) {}

    record Consistency(long from, long to, List<String> path, String fromRoot, String toRoot) {}

    private final ProvenLog proven;

    AuditLogRestApi(ProvenLog proven) {
        this.proven = proven;
    }

    /** The newest one. */
    @GetMapping(path = "/api/audit/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String checkpoint(HttpServletRequest request) {
        Parameters.of(request);
        return proven.tree().newest().orElseGet(proven::sign).note();
    }

    /** Signs what is there now. */
    @PostMapping(path = "/api/audit/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String sign(Actor actor, HttpServletRequest request) {
        Auditors.check(actor);
        Parameters.of(request);
        return proven.sign().note();
    }

    /** What checkpoints are verified with. To be trusted it has to be had by another way, too. */
    @GetMapping(path = "/api/audit/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key(HttpServletRequest request) {
        Parameters.of(request);
        return proven.tree().key().text() + "\n";
    }

    @GetMapping("/api/audit/log/inclusion")
    Inclusion inclusion(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "position", "size");
        long size = size(parameters, "size");
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
        Parameters parameters = Parameters.of(request, "from", "to");
        long to = size(parameters, "to");
        long from = position(parameters, "from", to);
        AuditTree tree = proven.tree();
        return new Consistency(from, to, hex(tree.consistency(from, to)), hex(tree.root(from)), hex(tree.root(to)));
    }

    /** Of the newest checkpoint where none is given. */
    private long size(Parameters parameters, String name) {
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
