package cn.huiying.app.web;

import cn.huiying.query.live.LiveLine;
import cn.huiying.query.live.LiveLines;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets a request go on as a connection without it, so that Tomcat gives the next one its objects and buffers. It is no upgrade
 * to the client, who gets an answer that ends with its connection.
 */
@Component
class TomcatLines implements LiveLines {

    TomcatLines(Environment environment) {
        if (environment.getProperty("server.http2.enabled", Boolean.class, false)) {
            throw new IllegalStateException(
                    "server.http2.enabled must stay off: a live stream needs a connection of its own, and so HTTP/1.1");
        }
    }

    @Override
    public void open(HttpServletRequest request, HttpServletResponse response, LiveLine.User user) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        // Before the upgrade, which else would be answered with 101. Some wrappers of the response do nothing in
        // flushBuffer.
        response.getOutputStream().flush();
        try {
            request.upgrade(TomcatLine.class).user(user);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
