package cn.huiying.app.web;

import cn.huiying.shared.rule.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The embedded authorization server for local use: a client for each role, such as {@code intake-officer}, with the secret
 * {@code local}. Who exactly one is follows an @: {@code agency-handler@445224-114} is of that agency,
 * {@code county-officer@445224} of that county, {@code citizen@alice} is Alice. It is off as soon as an issuer is named.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("'${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' == ''")
class LocalIssuer {

    private static final String SECRET = "local";
    private static final String DEFAULT_AGENCY = "445200-001";
    private static final String DEFAULT_DISTRICT = "445224";

    /** Who a client is. */
    private record Identity(Role role, String qualifier) {

        static Optional<Identity> of(String clientId) {
            String[] parts = clientId.split("@", 2);
            return Arrays.stream(Role.values())
                    .filter(role -> role != Role.SYSTEM && slug(role).equals(parts[0]))
                    .map(role -> new Identity(role, parts.length == 2 ? parts[1] : null))
                    .findFirst();
        }

        static String slug(Role role) {
            return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> http.securityMatcher(server.getEndpointsMatcher()));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** The secret is no secret: hashing it, slow on purpose, would only make every token wait. */
    @Bean
    PasswordEncoder clientSecrets() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence secret) {
                return secret.toString();
            }

            @Override
            public boolean matches(CharSequence secret, String known) {
                return known.contentEquals(secret);
            }
        };
    }

    @Bean
    RegisteredClientRepository clients() {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                // These clients follow from the roles and keep nothing.
            }

            @Override
            public RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public RegisteredClient findByClientId(String clientId) {
                return Identity.of(clientId)
                        .map(identity -> RegisteredClient.withId(clientId)
                                .clientId(clientId)
                                .clientSecret(SECRET)
                                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .tokenSettings(TokenSettings.builder()
                                        .accessTokenTimeToLive(Duration.ofHours(8))
                                        .build())
                                .build())
                        .orElse(null);
            }
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            String clientId = context.getRegisteredClient().getClientId();
            Identity identity = Identity.of(clientId).orElseThrow();
            context.getClaims().claim("roles", List.of(identity.role().name()));
            switch (identity.role()) {
                case CITIZEN, ENTERPRISE -> {
                    if (identity.qualifier() != null) {
                        context.getClaims().subject(identity.qualifier());
                    }
                }
                case AGENCY_HANDLER, AGENCY_LEADER ->
                    context.getClaims()
                            .claim("agency", identity.qualifier() == null ? DEFAULT_AGENCY : identity.qualifier());
                case COUNTY_OFFICER ->
                    context.getClaims()
                            .claim("district", identity.qualifier() == null ? DEFAULT_DISTRICT : identity.qualifier());
                default -> {}
            }
        };
    }

    /** Made at each start: tokens of an earlier run are not accepted. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKeyGenerator(2048).keyID("local").generate()));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKey) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKey);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }
}
