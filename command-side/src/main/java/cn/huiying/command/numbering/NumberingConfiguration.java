package cn.huiying.command.numbering;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Petition numbers. */
@Configuration(proxyBeanMethods = false)
public class NumberingConfiguration {

    @Bean
    PetitionNumbers petitionNumbers(CommandGateway commands) {
        return new PetitionNumbers(commands);
    }
}
