package cn.huiying.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts what the public doors answer, by door; whoever reads is not looked at. Safe for many threads. */
class VisitCounter implements HandlerInterceptor {

    private static final String PUBLIC = "/api/public/";

    private final ConcurrentHashMap<String, Long> doors = new ConcurrentHashMap<>();

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception fault) {
        Object door = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean answered = response.getStatus() < 300 || response.getStatus() == HttpStatus.NOT_MODIFIED.value();
        if (fault == null && answered && door != null && door.toString().startsWith(PUBLIC)) {
            doors.merge(door.toString(), 1L, Long::sum);
        }
    }

    /** What was counted since the last time. */
    Map<String, Long> take() {
        Map<String, Long> taken = new TreeMap<>();
        for (String door : doors.keySet()) {
            taken.put(door, doors.remove(door));
        }
        return taken;
    }
}
