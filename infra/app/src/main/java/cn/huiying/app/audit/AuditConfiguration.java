package cn.huiying.app.audit;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.audit.AuditTree;
import cn.huiying.audit.FolderWitness;
import cn.huiying.audit.HttpWitness;
import cn.huiying.audit.Witness;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.eventstore.SqliteEventStorageEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The logs with their trees, signed checkpoints and witnesses: that of the events, and that of who saw what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    LogKey logKey(AuditProperties audit, PlatformProperties platform) throws IOException {
        Path folder = platform.data().resolve("keys");
        Files.createDirectories(folder);
        return LogKey.of(folder.resolve("log-signing.key"), audit.origin());
    }

    /** Of the embedded log. Axon Server's is not proven. */
    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    @ConditionalOnWebApplication
    ProvenLog provenLog(
            SqliteEventStorageEngine log,
            LogKey key,
            AuditProperties audit,
            PlatformProperties platform,
            MeterRegistry meters) {
        return proven("event", log, platform.data().resolve("audit"), key, audit, meters);
    }

    /** At the command line only where something is to be recorded. */
    @Bean(destroyMethod = "close")
    @Lazy
    AccessLog accessLog(
            Serializer serializer, LogKey key, AuditProperties audit, PlatformProperties platform, MeterRegistry meters)
            throws IOException {
        Path folder = platform.data().resolve("access");
        Files.createDirectories(folder);
        SqliteEventStorageEngine log = SqliteEventStorageEngine.builder()
                .file(folder.resolve("events.sqlite"))
                // Its own meters would stand in for those of the log of events.
                .meterRegistry(new SimpleMeterRegistry())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        return new AccessLog(log, proven("access", log, folder.resolve("audit"), key.ofPart("access"), audit, meters));
    }

    @Bean
    @ConditionalOnWebApplication
    WebMvcConfigurer recordingAccesses(AccessRecorder recorder) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(recorder);
            }
        };
    }

    private static ProvenLog proven(
            String name,
            SqliteEventStorageEngine log,
            Path folder,
            LogKey key,
            AuditProperties audit,
            MeterRegistry meters) {
        List<Witness> witnesses = Stream.<Witness>concat(
                        audit.witnessFolders().stream().map(parent -> new FolderWitness(parent.resolve(name))),
                        audit.witnessUrls().stream().map(HttpWitness::new))
                .toList();
        return new ProvenLog(
                name,
                log,
                new AuditTree(folder, key.publicKey(), key.privateKey()),
                witnesses,
                audit.checkpointEvery(),
                meters);
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
