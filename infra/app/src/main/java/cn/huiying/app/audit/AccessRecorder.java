package cn.huiying.app.audit;

import cn.huiying.app.vault.OpenedData;
import cn.huiying.app.web.Callers;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.access.AccessRecorded;
import cn.huiying.shared.access.AccessRecorded.Opened;
import cn.huiying.shared.access.OnRecord;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts into the access log what requests open and do: what opened sealed data of others, and every request to a door that is
 * {@link OnRecord}. An entry is on disk before its answer is sent; where it can't be written, the answer is an error.
 */
@ControllerAdvice
@ConditionalOnWebApplication
public class AccessRecorder implements ResponseBodyAdvice<Object>, HandlerInterceptor {

    private static final String DONE = AccessRecorder.class.getName();
    private static final int STILL_TO_BE_SENT = 0;

    private final AccessLog accesses;
    private final InstantSource clock;

    AccessRecorder(AccessLog accesses, InstantSource clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet
                && response instanceof ServletServerHttpResponse answer) {
            record(servlet.getServletRequest(), answer.getServletResponse().getStatus());
        }
        return body;
    }

    /** For what has no body, and for faults on the way. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception fault) {
        record(request, response.getStatus());
    }

    /** For a door that writes its answer itself: before it does. */
    void record(HttpServletRequest request) {
        record(request, STILL_TO_BE_SENT);
    }

    private void record(HttpServletRequest request, int status) {
        Map<String, Set<String>> opened = OpenedData.take(new ServletRequestAttributes(request));
        AccessAct act = act(request);
        boolean done = request.getAttribute(DONE) != null;
        Actor actor = opened.isEmpty() && (act == null || done)
                ? null
                : Callers.known().orElse(null);
        if (actor == null) {
            return;
        }
        String own = AccountId.ofSubject(actor.id()).value();
        List<Opened> ofOthers = opened.entrySet().stream()
                .filter(person -> !person.getKey().equals(own))
                .map(person -> new Opened(person.getKey(), List.copyOf(person.getValue())))
                .toList();
        if (ofOthers.isEmpty() && (act == null || done)) {
            return;
        }
        // What can't be written is not tried a second time for the answer that tells so.
        request.setAttribute(DONE, true);
        accesses.append(
                actor,
                new AccessRecorded(
                        act == null ? AccessAct.READ : act,
                        request.getMethod() + " "
                                + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                        request.getRequestURI(),
                        ofOthers,
                        status,
                        (String) request.getAttribute(CommandDoor.TRACE_ID),
                        clock.instant()));
    }

    private static AccessAct act(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                        && method.hasMethodAnnotation(OnRecord.class)
                ? method.getMethodAnnotation(OnRecord.class).value()
                : null;
    }
}
