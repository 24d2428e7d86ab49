package cn.huiying.app.web;

import cn.huiying.command.common.CommandDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request the trace id of its W3C {@code traceparent} header, or a new one; logs and problems carry it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    static final String TRACE_ID = CommandDoor.TRACE_ID;

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(TRACE_ID, traceId(request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
        }
    }

    /** What went wrong outside of the doors is told in the same trace. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The trace of a request, the same on every call. */
    static String traceId(HttpServletRequest request) {
        if (request.getAttribute(TRACE_ID) == null) {
            String traceparent = request.getHeader("traceparent");
            Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
            request.setAttribute(TRACE_ID, matcher.matches() ? matcher.group(1) : newId());
        }
        return (String) request.getAttribute(TRACE_ID);
    }

    /** A random UUID without its dashes; it need only be unique, and the system's source of secrets is one lock for all. */
    private static String newId() {
        return IdentifierFactory.getInstance().generateIdentifier().replace("-", "");
    }
}
