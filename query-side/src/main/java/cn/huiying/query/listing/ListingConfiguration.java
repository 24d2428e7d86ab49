package cn.huiying.query.listing;

import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.shared.privacy.Vault;
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
    CommittingIndex committingIndex(LucenePetitionIndex index) {
        return new CommittingIndex(index, Duration.ofSeconds(5));
    }

    @Bean
    ListingAnswers listingAnswers(PetitionIndex index, AgencyDirectory directory, Vault vault) {
        return new ListingAnswers(index, directory, vault);
    }

    @Bean
    ListingProjection listingProjection(PetitionIndex index) {
        return new ListingProjection(index);
    }
}
