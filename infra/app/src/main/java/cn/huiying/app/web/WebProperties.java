package cn.huiying.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What the operator may set about HTTP; the defaults stand in {@code application.yaml}.
 *
 * @param origins whose pages may read the answers (CORS); none where it is empty
 * @param bodyLimit the largest body of a request
 * @param attachmentLimit the largest picture or scan
 * @param bodyTimeout how long a body may take to come in, whole
 * @param account how often one account may ask
 * @param address how often those without a token may ask from one address
 * @param doors   how often a public path may be asked for from one address, beside that
 */
@ConfigurationProperties("huiying.web")
record WebProperties(
        List<String> origins,
        DataSize bodyLimit,
        DataSize attachmentLimit,
        Duration bodyTimeout,
        Quota account,
        Quota address,
        Map<String, Quota> doors) {

    /** So many requests in a period; unused ones are gathered up to that number. */
    record Quota(int requests, Duration per) {}
}
