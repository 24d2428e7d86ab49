package cn.huiying.app.audit;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.audit.AuditTree;
import cn.huiying.audit.FolderWitness;
import cn.huiying.audit.HttpWitness;
import cn.huiying.audit.Witness;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tree over the embedded log, its signed checkpoints and its witnesses. Axon Server's log is not proven. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
class AuditConfiguration {

    @Bean
    LogKey logKey(AuditProperties audit, PlatformProperties platform) throws IOException {
        Path folder = platform.data().resolve("keys");
        Files.createDirectories(folder);
        return LogKey.of(folder.resolve("log-signing.key"), audit.origin());
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
    ProvenLog provenLog(
            SqliteEventStorageEngine log,
            LogKey key,
            AuditProperties audit,
            PlatformProperties platform,
            MeterRegistry meters) {
        AuditTree tree = new AuditTree(platform.data().resolve("audit"), key.publicKey(), key.privateKey());
        List<Witness> witnesses = Stream.<Witness>concat(
                        audit.witnessFolders().stream().map(FolderWitness::new),
                        audit.witnessUrls().stream().map(HttpWitness::new))
                .toList();
        return new ProvenLog("event", log, tree, witnesses, audit.checkpointEvery(), meters);
    }

    @Bean
    HealthIndicator auditHealth(ObjectProvider<ProvenLog> proven) {
        return () -> {
            Health.Builder health = Health.up();
            proven.ifAvailable(log -> {
                log.tree()
                        .newest()
                        .ifPresent(signed ->
                                health.withDetail("signed", signed.checkpoint().size()));
                // A witness that is away is somebody else's fault: named, and nothing of the platform is down.
                if (!log.unwitnessed().isEmpty()) {
                    health.withDetail("unwitnessed", log.unwitnessed());
                }
                log.fault().ifPresent(why -> health.down().withDetail("notSigned", why));
            });
            return health.build();
        };
    }
}
