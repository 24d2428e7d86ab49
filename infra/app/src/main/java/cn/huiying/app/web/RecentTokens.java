package cn.huiying.app.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token's signature and times once and then trusts it for half a minute, so that a page which sends twenty requests
 * pays for one. A token that is past its end is verified each time: how much clock skew it gets is the decoder's matter. Tokens that
 * fail are not remembered.
 */
class RecentTokens implements JwtDecoder {

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    RecentTokens(JwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt jwt = recent.get(token, decoder::decode);
        boolean past = jwt.getExpiresAt() != null && !clock.instant().isBefore(jwt.getExpiresAt());
        return past ? decoder.decode(token) : jwt;
    }
}
