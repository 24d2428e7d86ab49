package cn.huiying.query.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the answer to a request becomes a line. The container's own, since the servlet API can't close what nobody reads. */
public interface LiveLines {

    /**
     * Sends the head of the answer. The line opens when the request is over, or never, where the client has gone by then.
     *
     * @throws IOException where the client has gone already
     */
    void open(HttpServletRequest request, HttpServletResponse response, LiveLine.User user) throws IOException;
}
