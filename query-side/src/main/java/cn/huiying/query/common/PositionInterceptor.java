package cn.huiying.query.common;

import cn.huiying.shared.rule.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Read your own writes: waits for {@code Petition-Min-Position}, and says in {@code Petition-Position} what was read. */
public class PositionInterceptor implements HandlerInterceptor {

    private final ReadPositions positions;

    public PositionInterceptor(ReadPositions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        ReadsFrom readsFrom =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(ReadsFrom.class) : null;
        // The command side answers its few questions from the log itself, and says so itself.
        String readModel = readsFrom == null ? ReadsFrom.LOG : readsFrom.value();
        String header = request.getHeader("Petition-Min-Position");
        if (header != null && (readsFrom != null || request.getMethod().equals("GET"))) {
            long wanted = parse(header);
            positions.require(readModel, wanted);
        }
        if (readsFrom == null) {
            return true;
        }
        // Taken before the read: what is read is at least this new.
        response.setHeader("Petition-Position", "" + positions.of(readModel));
        return true;
    }

    private static long parse(String header) {
        try {
            long position = Long.parseLong(header);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInput(
                "Petition-Min-Position",
                "form",
                "Petition-Min-Position 须是不小于 0 的整数。",
                "Petition-Min-Position must be a whole number of at least 0.");
    }
}
