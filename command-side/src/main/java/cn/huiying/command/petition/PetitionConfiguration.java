package cn.huiying.command.petition;

import cn.huiying.command.organisation.Agencies;
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
    PetitionOverview petitionOverview(EventStore eventStore) {
        return new PetitionOverview(eventStore);
    }

    @Bean
    CircumstancesResolver circumstancesResolver(WorkCalendar calendar, ProcedureSettings settings, Agencies agencies) {
        return new CircumstancesResolver(calendar, settings, agencies);
    }

    @Bean
    Cache petitionCache() {
        return new RecentPetitions();
    }
}
