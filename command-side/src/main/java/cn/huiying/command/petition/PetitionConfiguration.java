package cn.huiying.command.petition;

import cn.huiying.command.calendar.WorkCalendars;
import cn.huiying.command.deadlinepolicy.DeadlinePolicies;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.petition.due.DueMomentsLog;
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
    CircumstancesResolver circumstancesResolver(
            WorkCalendars calendars, ProcedureSettings settings, Agencies agencies, DeadlinePolicies policies) {
        return new CircumstancesResolver(calendars, settings, agencies, policies);
    }

    @Bean
    DueMomentsLog dueMomentsLog(EventStore eventStore, Cache petitionCache) {
        return new EventSourcedDueMoments(eventStore, petitionCache);
    }

    @Bean
    Cache petitionCache() {
        return new RecentPetitions();
    }
}
