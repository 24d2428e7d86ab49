package cn.huiying.shared.access;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Somebody saw personal data of others, took data out, or did something to the platform (PIPL Art. 51; GB/T 22239-2019, 8.1.4.3). It
 * rests in a log of its own; who it was is in its metadata, as with every event.
 *
 * @param door    method and path pattern of what was asked; the command at the command line
 * @param target  the path that was asked, without the query; the file at the command line
 * @param opened  whose sealed data was opened; nobody's own
 * @param status  of the answer (RFC 9110); 0 where it was still to be sent
 * @param traceId of the request; null at the command line
 */
@Revision("1")
public record AccessRecorded(
        AccessAct act, String door, String target, List<Opened> opened, int status, String traceId, Instant at) {

    /** @param fields events and fields that the data was sealed for */
    public record Opened(String subject, List<String> fields) {}
}
