package cn.huiying.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads no more of a body than the limit, whether its length is announced or not, and for no longer than so long: who sends a byte
 * now and then would hold a thread. Pictures have a limit of their own.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    /** The body goes on beyond the limit. */
    static final class TooLarge extends IOException {}

    /** The body is not here in time. */
    static final class TooSlow extends IOException {}

    private static final Pattern ATTACHMENTS =
            Pattern.compile("/api/petitions/[^/]+/attachments|/api/supervision/(orders|proposals)/[^/]+/documents");

    private final DataSize most;
    private final DataSize mostOfAnAttachment;
    private final Duration longest;
    private final ObjectMapper mapper;

    BodyLimitFilter(WebProperties limits, ObjectMapper mapper) {
        this.most = limits.bodyLimit();
        this.mostOfAnAttachment = limits.attachmentLimit();
        this.longest = limits.bodyTimeout();
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean attachment = ATTACHMENTS.matcher(request.getServletPath()).matches();
        long limit = (attachment ? mostOfAnAttachment : most).toBytes();
        if (request.getContentLengthLong() > limit) {
            Problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, mapper);
        } else {
            chain.doFilter(new Counted(request, limit), response);
        }
    }

    private final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        private Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit, longest);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final long longest;
        private final long begun = System.nanoTime();
        private long read;

        private CountedStream(ServletInputStream body, long limit, Duration longest) {
            this.body = body;
            this.limit = limit;
            this.longest = longest.toNanos();
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = body.read(bytes, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > limit) {
                throw new TooLarge();
            }
            if (System.nanoTime() - begun > longest) {
                throw new TooSlow();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
