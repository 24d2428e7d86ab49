package cn.huiying.app.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the log is proven.
 *
 * @param origin          names the log in its checkpoints, for ever; without blanks and plus signs
 * @param checkpointEvery how often what is new is signed
 * @param witnessFolders  that others keep and checkpoints are written to
 * @param witnessUrls     submission prefixes of witnesses (C2SP tlog-witness)
 */
@ConfigurationProperties("huiying.audit")
record AuditProperties(String origin, Duration checkpointEvery, List<Path> witnessFolders, List<URI> witnessUrls) {

    AuditProperties {
        witnessFolders = witnessFolders == null ? List.of() : witnessFolders;
        witnessUrls = witnessUrls == null ? List.of() : witnessUrls;
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("huiying.audit.origin must have neither blanks nor plus signs.");
        }
    }
}
