package cn.huiying.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.ObjectMapper;

/** Public resources need no token; everything else a bearer token of the issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebProperties.class)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/api/public/**",
        // Reading is public; the door that posts asks for a key.
        "/open311/**",
        "/openapi.json",
        "/docs/**",
        "/docs",
        "/swagger-ui/**",
        "/openapi.json/**",
        "/actuator/health/**",
        "/actuator/prometheus",
        "/error",
        "/"
    };

    private final BearerTokenAuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();

    @Bean
    @Order(2)
    SecurityFilterChain doors(
            HttpSecurity http, ObjectMapper mapper, JwtDecoder decoder, InstantSource clock, WebProperties limits)
            throws Exception {
        if (!limits.origins().isEmpty()) {
            http.addFilter(origins(limits, mapper));
        }
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        // Proofs show hashes only, and are for everybody.
                        .requestMatchers(HttpMethod.GET, "/api/audit/log/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(new RecentTokens(decoder, clock)))
                        .authenticationEntryPoint((request, response, e) -> {
                            bearer.commence(request, response, e);
                            Problems.write(request, response, HttpStatus.UNAUTHORIZED, mapper);
                        }))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, e) -> Problems.write(request, response, HttpStatus.FORBIDDEN, mapper)))
                .addFilterAfter(new RateLimitFilter(limits, mapper), BearerTokenAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Bearer tokens only: there is no cookie that a foreign page could make a browser send.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(
                                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** Before all else that reads the body. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(WebProperties limits, ObjectMapper mapper) {
        FilterRegistrationBean<BodyLimitFilter> filter =
                new FilterRegistrationBean<>(new BodyLimitFilter(limits, mapper));
        // Behind the filter that names the trace.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Only the pages that the operator names may read the answers; tokens are no cookies, so none are sent along. */
    private static CorsFilter origins(WebProperties properties, ObjectMapper mapper) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.origins());
        cors.setAllowedMethods(List.of("GET", "POST", "HEAD"));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                "Petition-Position",
                "RateLimit",
                "RateLimit-Policy"));
        cors.setMaxAge(Duration.ofHours(1));
        CorsFilter filter = new CorsFilter(request -> cors);
        filter.setCorsProcessor(new DefaultCorsProcessor() {

            @Override
            public boolean processRequest(
                    CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                boolean allowed = super.processRequest(configuration, request, response);
                if (!allowed) {
                    Problems.write(request, response, HttpStatus.FORBIDDEN, mapper);
                }
                return allowed;
            }

            /** Refused above, in the shape of every problem. */
            @Override
            protected void rejectRequest(ServerHttpResponse response) {}
        });
        return filter;
    }
}
