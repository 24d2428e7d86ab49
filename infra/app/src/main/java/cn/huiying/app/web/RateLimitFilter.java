package cn.huiying.app.web;

import cn.huiying.app.web.WebProperties.Quota;
import cn.huiying.query.common.RemoteNetwork;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets an account, or without a token an address, ask only so often, and tells in each answer how much is left
 * (draft-ietf-httpapi-ratelimit-headers). Each node counts for itself.
 */
class RateLimitFilter extends OncePerRequestFilter {

    private static final int MOST = 100_000;

    private record Caller(String quota, String name) {}

    private final WebProperties limits;
    private final ObjectMapper mapper;
    private final Cache<Caller, Bucket> buckets;

    RateLimitFilter(WebProperties limits, ObjectMapper mapper) {
        this.limits = limits;
        this.mapper = mapper;
        Duration longest = limits.doors().values().stream()
                .map(Quota::per)
                .reduce(max(limits.account().per(), limits.address().per()), RateLimitFilter::max);
        // A bucket that was not asked for so long is full again.
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(longest)
                .build();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Probes have to get through when everything else does not. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // As the door is found: decoded, so that there is one way to spell it.
        String path = request.getServletPath();
        Quota door = limits.doors().get(path);
        boolean allowed = door == null || taken(new Caller(path, RemoteNetwork.of(request)), "door", door, response);
        if (allowed) {
            allowed = SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                    ? taken(new Caller("account", token.getName()), "account", limits.account(), response)
                    : taken(new Caller("address", RemoteNetwork.of(request)), "address", limits.address(), response);
        }
        if (allowed) {
            chain.doFilter(request, response);
        } else {
            Problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, mapper);
        }
    }

    private boolean taken(Caller caller, String name, Quota quota, HttpServletResponse response) {
        ConsumptionProbe probe = buckets.get(caller, unseen -> full(quota)).tryConsumeAndReturnRemaining(1);
        long untilFull = seconds(probe.getNanosToWaitForReset());
        response.setHeader(
                "RateLimit-Policy",
                "\"" + name + "\";q=" + quota.requests() + ";w=" + quota.per().toSeconds());
        response.setHeader("RateLimit", "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + untilFull);
        if (!probe.isConsumed()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + seconds(probe.getNanosToWaitForRefill()));
        }
        return probe.isConsumed();
    }

    private static Bucket full(Quota quota) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillGreedy(quota.requests(), quota.per()))
                .build();
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }
}
