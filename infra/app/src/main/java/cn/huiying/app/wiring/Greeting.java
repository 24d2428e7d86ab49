package cn.huiying.app.wiring;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the platform where to look and how to get a token. */
@Component
@ConditionalOnWebApplication
class Greeting {

    private final Environment environment;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String port = environment.getProperty("local.server.port");
        String address = environment.getProperty("server.address", "0.0.0.0");
        String base = "http://localhost:" + port;
        boolean local = environment
                .getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "")
                .isEmpty();
        System.out.printf(
                Locale.ROOT,
                """

                回应 Huiying listens on %s:%s%s

                  listing       %s/api/public/petitions
                  the farm      %s/api/public/petitions?q=猪场
                  figures       %s/api/public/statistics
                  policies      %s/api/public/policies
                  suggestions   %s/api/public/suggestions
                  agencies      %s/api/public/agencies
                  API document  %s/openapi.json   to browse: %s/docs
                  health        %s/actuator/health
                """,
                address,
                port,
                address.equals("127.0.0.1") ? " (loopback only; set server.address to change that)" : "",
                base,
                base,
                base,
                base,
                base,
                base,
                base,
                base,
                base);
        if (local) {
            System.out.printf(
                    Locale.ROOT,
                    """

                      a token       curl -s -u intake-officer:local -d grant_type=client_credentials %s/oauth2/token
                      roles         citizen@A-01  enterprise@NAME  intake-officer  county-officer@445224  bureau-leader
                                    agency-handler@445224-114  agency-leader@445224-114  supervisor  auditor
                                    (the client id is the role and, after @, who one is; the secret is “local”)
                      then          curl -s -H "Authorization: Bearer TOKEN" %s/api/intake
                    """,
                    base,
                    base);
        }
        System.out.println();
    }
}
