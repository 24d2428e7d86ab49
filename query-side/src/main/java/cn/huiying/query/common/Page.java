package cn.huiying.query.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list.
 *
 * @param next   cursor of the following page; null on the last
 * @param prev   cursor of the page before; null on the first
 * @param total  how many items the whole list has; only where {@code total=exact} was asked for
 * @param facets how many items of the whole list have each value, by the facets asked for
 * @param counts how many items there are in each bucket of a queue, whichever bucket is looked at
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @Nullable String prev,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Map<String, Long>> facets,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Long> counts) {

    /** The {@code Link} header (RFC 8288) beside the cursors; without cursors there is none. */
    HttpHeaders links() {
        StringJoiner links = new StringJoiner(", ");
        if (next != null) {
            links.add(link(next, "next"));
        }
        if (prev != null) {
            links.add(link(prev, "prev"));
        }
        HttpHeaders headers = new HttpHeaders();
        if (links.length() > 0) {
            headers.add(HttpHeaders.LINK, links.toString());
        }
        return headers;
    }

    private static String link(String cursor, String relation) {
        String uri = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .scheme(null)
                .host(null)
                .port(null)
                .build(true)
                .toUriString();
        return "<" + uri + ">; rel=\"" + relation + "\"";
    }
}
