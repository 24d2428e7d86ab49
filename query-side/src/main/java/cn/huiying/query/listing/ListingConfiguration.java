package cn.huiying.query.listing;

import cn.huiying.query.common.LuceneCommits;
import cn.huiying.query.common.LuceneReadModel;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The listing and its index. */
@Configuration(proxyBeanMethods = false)
public class ListingConfiguration {

    @Bean
    LucenePetitionIndex petitionIndex(ListingSettings settings) {
        return new LucenePetitionIndex(settings.folder());
    }

    @Bean
    LuceneReadModel<ListedPetition> listingReadModel(LucenePetitionIndex index) {
        return new LuceneReadModel<>(
                ListingProjection.NAME,
                index.documents(),
                documents -> new ListingProjection(new LucenePetitionIndex(documents)));
    }

    @Bean
    LuceneCommits petitionIndexCommits(LucenePetitionIndex index) {
        return new LuceneCommits(index.documents(), Duration.ofSeconds(5));
    }

    @Bean
    LucenePetitionHistory petitionHistory(ListingSettings settings) {
        return new LucenePetitionHistory(settings.history());
    }

    @Bean
    LuceneReadModel<ListedPetition> listingHistoryReadModel(LucenePetitionHistory history) {
        return new LuceneReadModel<>(
                ListingHistoryProjection.NAME,
                history.documents(),
                documents -> new ListingHistoryProjection(new LucenePetitionHistory(documents)));
    }

    @Bean
    LuceneCommits petitionHistoryCommits(LucenePetitionHistory history) {
        return new LuceneCommits(history.documents(), Duration.ofSeconds(5));
    }

    @Bean
    ListingHistoryProjection listingHistoryProjection(PetitionHistory history) {
        return new ListingHistoryProjection(history);
    }

    @Bean
    ListingProjection listingProjection(PetitionIndex index) {
        return new ListingProjection(index);
    }

    @Bean
    FindHotIssuesHandler findHotIssuesHandler(PetitionIndex index, ListingSettings settings) {
        return new FindHotIssuesHandler(index, settings);
    }

    @Bean
    FindPetitionsInHandHandler findPetitionsInHandHandler(PetitionIndex index) {
        return new FindPetitionsInHandHandler(index);
    }
}
