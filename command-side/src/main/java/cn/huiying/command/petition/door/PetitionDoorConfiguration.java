package cn.huiying.command.petition.door;

import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.ListedValues;
import cn.huiying.shared.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors to petitions. */
@Configuration(proxyBeanMethods = false)
public class PetitionDoorConfiguration {

    @Bean
    PetitionCommands petitionCommands(Bodies bodies, Accounts accounts, Vault vault, ListedValues listed) {
        return new PetitionCommands(bodies, accounts, vault, listed);
    }
}
