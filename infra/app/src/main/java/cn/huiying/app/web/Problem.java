package cn.huiying.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.slf4j.MDC;

/**
 * A problem as the API tells it (RFC 9457).
 *
 * @param type            stable URI that ends in the documented slug
 * @param state           the petition's state, where that was the problem
 * @param allowedCommands what is possible instead, in that state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> errors,
        String state,
        List<String> allowedCommands,
        String traceId) {

    static final String BASE = "https://huiying.example/problems/";

    /** One fault of the input. */
    record Fault(String pointer, String code, String message) {}

    static Problem of(HttpServletRequest request, int status, String slug, String title, String detail) {
        return new Problem(
                BASE + slug,
                title,
                status,
                detail,
                request.getRequestURI(),
                null,
                null,
                null,
                MDC.get(TraceFilter.TRACE_ID));
    }

    Problem withErrors(List<Fault> faults) {
        return new Problem(type, title, status, detail, instance, faults, state, allowedCommands, traceId);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors, state, allowedCommands, traceId);
    }

    Problem withState(String current, List<String> allowed) {
        return new Problem(type, title, status, detail, instance, errors, current, allowed, traceId);
    }

    /** Chinese, unless the caller prefers English ({@code Accept-Language}). */
    static boolean inEnglish(HttpServletRequest request) {
        return request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
