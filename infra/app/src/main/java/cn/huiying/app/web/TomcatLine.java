package cn.huiying.app.web;

import cn.huiying.query.live.LiveLine;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * An upgraded connection by the interface that Tomcat's own WebSocket uses: that of the servlet API is closed only with the
 * client's next sign, so never where the client takes nothing. Public, with this constructor, because Tomcat makes it.
 */
public final class TomcatLine implements InternalHttpUpgradeHandler, LiveLine {

    /** What may be behind a request, such as an empty line; who sends more does not listen. */
    private static final int MOST_HEARD = 1_024;

    private SocketWrapperBase<?> socket;
    private User user;
    private int heard;

    /** Guarded by this: Tomcat's threads go on with what a sender began. */
    private boolean full;

    void user(User of) {
        user = of;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        user.opened(this);
    }

    @Override
    public synchronized boolean isReady() throws IOException {
        if (socket.isClosed()) {
            throw new IOException("the line is closed");
        }
        return !full && socket.isReadyForWrite();
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        socket.write(false, bytes, 0, bytes.length);
    }

    @Override
    public synchronized void flush() throws IOException {
        full = socket.flush(false);
        if (full) {
            socket.registerWriteInterest();
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        try {
            boolean open =
                    switch (event) {
                        case OPEN_READ -> hear();
                        case OPEN_WRITE -> goOn();
                        // An error, or the end of the node.
                        default -> false;
                    };
            return open ? SocketState.UPGRADED : SocketState.CLOSED;
        } catch (IOException e) {
            return SocketState.CLOSED;
        }
    }

    /** @return false where the client has gone */
    private boolean hear() throws IOException {
        byte[] some = new byte[128];
        int read = socket.read(false, some, 0, some.length);
        while (read > 0 && heard <= MOST_HEARD) {
            heard += read;
            read = socket.read(false, some, 0, some.length);
        }
        return read == 0;
    }

    private boolean goOn() throws IOException {
        flush();
        if (isReady()) {
            user.ready();
        }
        return true;
    }

    /** Tomcat closes the connection itself. */
    @Override
    public void destroy() {
        user.closed();
    }

    @Override
    public void timeoutAsync(long now) {
        // No request is left that could time out; the feed cuts off who takes nothing.
    }

    @Override
    public void setSslSupport(SSLSupport support) {
        // Nobody asks.
    }

    @Override
    public void pause() {
        // The feed ends its streams when the node stops.
    }
}
