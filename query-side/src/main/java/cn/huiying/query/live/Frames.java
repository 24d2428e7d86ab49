package cn.huiying.query.live;

import java.nio.charset.StandardCharsets;

/** The wire format of Server-Sent Events. */
final class Frames {

    /** How soon a client that was cut off comes again. */
    private static final String RETRY = "retry: 3000\n";

    private Frames() {}

    /** @param data JSON in one line */
    static byte[] event(long id, String event, String data) {
        return bytes("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n");
    }

    /** Opens a stream that goes on from where the client was. */
    static byte[] opening() {
        return bytes(RETRY + "\n");
    }

    /** Opens a stream that begins at a position: an id without data moves the client's position and is no event. */
    static byte[] openingAt(long id) {
        return bytes(RETRY + "id: " + id + "\n\n");
    }

    /** Opens a stream at a position that is not the one the client asked for. */
    static byte[] reset(long id, String reason) {
        return bytes(RETRY + "id: " + id + "\nevent: reset\ndata: {\"position\":" + id + ",\"reason\":\"" + reason
                + "\"}\n\n");
    }

    static byte[] heartbeat() {
        return bytes(": heartbeat\n\n");
    }

    /** A heartbeat that moves the client's position, so that a quiet stream resumes near the end of the log. */
    static byte[] heartbeat(long id) {
        return bytes(": heartbeat\nid: " + id + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
