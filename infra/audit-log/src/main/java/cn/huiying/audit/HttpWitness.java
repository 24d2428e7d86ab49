package cn.huiying.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/**
 * A witness that speaks C2SP tlog-witness: it is shown that the log it knew is the beginning of the one it is given. Its
 * cosignatures are its own to publish.
 */
public final class HttpWitness implements Witness {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final URI prefix;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** What the witness knows, as far as it has told. */
    private long known;

    /** @param prefix the submission prefix of the witness */
    public HttpWitness(URI prefix) {
        this.prefix = prefix;
    }

    @Override
    public String name() {
        return prefix.toString();
    }

    @Override
    public void keep(AuditTree tree, AuditTree.Signed newest) throws IOException, InterruptedException {
        long size = newest.checkpoint().size();
        HttpResponse<String> answer = send(tree, newest.note(), size);
        if (answer.statusCode() == CONFLICT) {
            known = told(answer.body());
            answer = send(tree, newest.note(), size);
        }
        if (answer.statusCode() != OK) {
            throw new IOException("the witness answered " + answer.statusCode());
        }
        known = size;
    }

    private long told(String body) throws IOException {
        if (!body.strip().matches("\\d{1,18}")) {
            throw new IOException("the witness knows another size and does not say which");
        }
        return Long.parseLong(body.strip());
    }

    private HttpResponse<String> send(AuditTree tree, String note, long size) throws IOException, InterruptedException {
        if (known > size) {
            throw new IOException("the witness knows " + known + " events, the log has " + size
                    + " at its newest checkpoint: was an old backup restored?");
        }
        StringBuilder body = new StringBuilder("old " + known + "\n");
        if (known > 0) {
            for (byte[] hash : tree.consistency(known, size)) {
                body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
            }
        }
        body.append('\n').append(note);
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
