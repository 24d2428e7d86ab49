package cn.huiying.app.wiring;

import cn.huiying.query.live.LiveSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator may set; the defaults stand in {@code application.yaml}.
 *
 * @param data       the folder of the log, the keys and the search index
 * @param axonServer host and port of an Axon Server; empty for the embedded log
 * @param mongodbUri of the read models; empty for the embedded server
 * @param demo       whether an empty log is filled with the directory and the demo messages
 * @param districts  GB/T 2260 codes and names of the city and its counties
 * @param notifications see {@code NotificationsConfiguration}
 * @param live       see the query side's settings of the same name
 * @param open311    see the sides' settings of the same name
 */
@ConfigurationProperties("huiying")
public record PlatformProperties(
        Path data,
        String axonServer,
        String mongodbUri,
        boolean demo,
        Set<String> domains,
        Set<String> policyTopics,
        Map<String, String> districts,
        Map<String, Length> textLimits,
        Procedure procedure,
        String noticeVersion,
        Notifications notifications,
        LiveSettings live,
        Open311 open311) {

    /** A range of lengths in characters. */
    public record Length(int min, int max) {}

    /** See the command side's settings of the same names. */
    public record Procedure(
            int correctionPauseWorkdays,
            int bureauCheckPercent,
            double solvedWeight,
            double mannerWeight,
            double speedWeight) {}

    /**
     * How people are told of what happens.
     *
     * @param enabled    on one command node exactly
     * @param webhookUrl of the receiver; empty where notifications are only logged
     */
    public record Notifications(boolean enabled, String webhookUrl, String webhookSecret) {}

    /**
     * The doors of Open311.
     *
     * @param keys subjects of the accounts that clients post with, by the SHA-256 of their keys; none: nobody posts
     */
    public record Open311(String jurisdiction, String contact, Map<String, String> keys) {

        public Open311 {
            keys = keys == null ? Map.of() : keys;
        }
    }
}
