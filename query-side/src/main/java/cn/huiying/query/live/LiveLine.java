package cn.huiying.query.live;

import java.io.IOException;

/** The connection of one client, from which request and response are gone. Nothing here waits. */
public interface LiveLine {

    /** Whether something can be written now. If not, {@link User#ready} is called once it can. */
    boolean isReady() throws IOException;

    /** Only where it is ready. */
    void write(byte[] bytes) throws IOException;

    /** Sends what was written; what the client does not take yet goes out as soon as it takes it. */
    void flush() throws IOException;

    /** At once, whatever the client has not taken. Also more than once. */
    void close();

    /** Whoever writes to a line; called on the container's threads, which are not to be held up. */
    interface User {

        /** The request is over; from here on the line is the user's. */
        void opened(LiveLine line);

        void ready();

        /** The line is closed, by whomever. */
        void closed();
    }
}
