package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.WorkCalendar;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Petition handling. */
@Configuration(proxyBeanMethods = false)
public class PetitionConfiguration {

    @Bean
    Petitions petitions(EventStore eventStore) {
        return new EventSourcedPetitions(eventStore);
    }

    @Bean
    PetitionOverview petitionOverview(EventStore eventStore, CircumstancesResolver circumstances) {
        return new PetitionOverview(eventStore, circumstances);
    }

    @Bean
    CircumstancesResolver circumstancesResolver(WorkCalendar calendar, ProcedureSettings settings, Agencies agencies) {
        return new CircumstancesResolver(calendar, PolicyFiles.shipped(), settings, agencies);
    }

    @Bean
    Cache petitionCache() {
        return new RecentPetitions();
    }
}
