package cn.huiying.app.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token's signature and times once and then trusts it for half a minute, so that a page which sends twenty requests
 * pays for one. That is within the minute of clock skew that the decoder allows anyway. Tokens that fail are not remembered.
 */
class RecentTokens implements JwtDecoder {

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    RecentTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        return recent.get(token, decoder::decode);
    }
}
