package cn.huiying.query;

import cn.huiying.query.common.Cursors;
import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.PastMoments;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.ListingSettings;
import cn.huiying.shared.privacy.Vault;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query side's one public door: its read models and REST doors. The application gives it an event store, a Mongo database,
 * a vault and the settings of the listing, and runs its event processors.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySideConfiguration {

    @Bean
    Cursors cursors(Vault vault) {
        return new Cursors(vault);
    }

    @Bean
    Lists lists(Cursors cursors, JsonMapper json) {
        return new Lists(cursors, json);
    }

    @Bean
    PastMoments pastMoments(EventStore eventStore, ReadPositions positions, InstantSource clock) {
        return new PastMoments(eventStore, positions, clock, AgencyDirectory.NAME);
    }

    @Bean
    KeptAnswers keptAnswers(AgencyDirectory directory, Vault vault) {
        return new KeptAnswers(directory::revision, vault);
    }

    @Bean
    PetitionFilters petitionFilters(ListingSettings settings, AgencyDirectory directory) {
        return new PetitionFilters(settings.domains(), settings.districts().keySet(), directory::has);
    }
}
