package cn.huiying.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RecentTokensTest {

    private static final Instant END = Instant.EPOCH.plusSeconds(60);

    private final List<String> verified = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final RecentTokens tokens = new RecentTokens(this::verify, () -> now);

    private Jwt verify(String token) {
        verified.add(token);
        if (token.startsWith("forged")) {
            throw new BadJwtException("forged");
        }
        if (!now.isBefore(END)) {
            throw new BadJwtException("expired");
        }
        return new Jwt(token, Instant.EPOCH, END, Map.of("alg", "RS256"), Map.of("sub", token));
    }

    @Test
    void a_token_is_verified_once_for_many_requests() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void a_forged_token_is_refused_each_time() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("forged", "forged");
    }

    @Test
    void a_token_past_its_end_is_left_to_the_decoder_again() {
        tokens.decode("a");
        now = END;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }
}
