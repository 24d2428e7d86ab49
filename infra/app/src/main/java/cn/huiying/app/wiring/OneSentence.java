package cn.huiying.app.wiring;

import java.net.BindException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, in one sentence for whoever started it. */
public final class OneSentence {

    private OneSentence() {}

    public static String of(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.push(cause);
        }
        for (Throwable cause : causes) {
            if (cause instanceof PortInUseException busy) {
                return "Port " + busy.getPort()
                        + " is in use by another program; stop it, or start with --server.port=…";
            }
        }
        for (Throwable cause : causes) {
            if (cause instanceof BindException) {
                return "The address can't be listened on: " + cause.getMessage();
            }
        }
        // The innermost cause that says something is the reason; what is wrapped round it is how it got here.
        for (Throwable cause : causes) {
            if (cause.getMessage() != null && !(cause instanceof BeanCreationException)) {
                return cause.getMessage().lines().findFirst().orElse("").strip();
            }
        }
        return failure.toString();
    }
}
