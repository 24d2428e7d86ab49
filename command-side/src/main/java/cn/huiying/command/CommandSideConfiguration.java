package cn.huiying.command;

import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.TextLimits;
import cn.huiying.command.dossier.CommandCheck;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.privacy.Vault;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/**
 * The command side's one public door: its aggregates, ports and REST doors. The application gives it an event store, a command
 * gateway, a vault, a Mongo database, a clock, a source of chance, and the settings of each boundary.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSideConfiguration {

    @Bean
    CommandDoor commandDoor(CommandGateway commands, EventStore eventStore) {
        return new CommandDoor(commands, eventStore);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(Vault vault) {
        return new IdempotencyKeys(vault);
    }

    @Bean
    Bodies bodies(ObjectMapper mapper, Validator validator, Vault vault, TextLimits limits) {
        return new Bodies(mapper, validator, vault, limits);
    }

    @Bean
    DossierDoor dossierDoor(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            AttachmentContents contents,
            EventStore eventStore,
            List<CommandCheck> checks,
            InstantSource clock) {
        return new DossierDoor(door, keys, bodies, contents, eventStore, checks, clock);
    }
}
