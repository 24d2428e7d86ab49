package cn.huiying.app.importing;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.command.account.AccountSettings;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TextLimits;
import cn.huiying.command.numbering.PetitionNumbers;
import cn.huiying.command.petition.PetitionOverview;
import cn.huiying.shared.privacy.Vault;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.ObjectMapper;

/** The import of history, and the demo data that comes in by it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${huiying.side}' != 'query'")
class ImportingConfiguration {

    private static final String DEMO = "demo";

    private static final Logger log = LoggerFactory.getLogger(ImportingConfiguration.class);

    @Bean
    ImportCommand importCommand(
            CommandDoor door,
            PetitionNumbers numbers,
            PetitionOverview petitions,
            Accounts accounts,
            AccountSettings settings,
            Vault vault,
            ObjectMapper mapper,
            Validator validator,
            TextLimits limits,
            PlatformProperties properties,
            ListedValues listed,
            DirectoryCommand directory,
            InstantSource clock) {
        return new ImportCommand(
                door,
                numbers,
                petitions,
                accounts,
                settings,
                vault,
                mapper,
                validator,
                limits,
                properties.districts(),
                listed,
                directory,
                clock);
    }

    @Bean
    DirectoryCommand directoryCommand(
            CommandDoor door, EventStore eventStore, ObjectMapper mapper, InstantSource clock) {
        return new DirectoryCommand(door, eventStore, mapper, clock);
    }

    /** A log without agencies gets the directory that ships with the platform. */
    @Bean
    @Order(1)
    @ConditionalOnProperty(name = "huiying.offline", havingValue = "false", matchIfMissing = true)
    ApplicationRunner shippedDirectory(DirectoryCommand directory) {
        return arguments -> directory.registerShippedIfEmpty();
    }

    /** The demo's data, where it is wanted; a second start finds it there. */
    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "huiying.demo", havingValue = "true")
    ApplicationRunner demoData(
            ImportCommand importing, CommandDoor door, QueryGateway queries, Bodies bodies, ObjectMapper mapper) {
        return arguments -> {
            DemoSteps steps = new DemoSteps(door, queries, bodies, mapper);
            steps.take("/demo/policies-and-topics.ndjson", DEMO);
            try (InputStream in = getClass().getResourceAsStream("/demo/messages.ndjson")) {
                ImportCommand.Summary summary = importing.bringIn(in, DEMO, System.out);
                summary.bad().forEach((number, reason) -> log.error("demo message {}: {}", number, reason));
                log.info("Demo data: {} messages new, {} here already", summary.imported(), summary.unchanged());
            }
            steps.take("/demo/measures-and-report.ndjson", DEMO);
        };
    }
}
