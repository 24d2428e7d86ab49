package cn.huiying.query.suggestion;

import cn.huiying.query.common.MongoReadModel;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.PetitionIndex;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Topics, measures and special reports. */
@Configuration(proxyBeanMethods = false)
public class SuggestionsConfiguration {

    @Bean
    MongoReadModel suggestionsReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                SuggestionsProjection.NAME,
                database,
                documentTokens,
                List.of(MongoListedTopics.COLLECTION, MongoListedMeasures.COLLECTION, MongoListedReports.COLLECTION),
                collections -> new SuggestionsProjection(
                        new MongoListedTopics(collections),
                        new MongoListedMeasures(collections),
                        new MongoListedReports(collections)));
    }

    @Bean
    ListedTopics listedTopics(MongoReadModel suggestionsReadModel) {
        return new MongoListedTopics(suggestionsReadModel.collections());
    }

    @Bean
    ListedMeasures listedMeasures(MongoReadModel suggestionsReadModel) {
        return new MongoListedMeasures(suggestionsReadModel.collections());
    }

    @Bean
    ListedReports listedReports(MongoReadModel suggestionsReadModel) {
        return new MongoListedReports(suggestionsReadModel.collections());
    }

    @Bean
    SuggestionsProjection suggestionsProjection(MongoReadModel suggestionsReadModel) {
        return (SuggestionsProjection) suggestionsReadModel.projection();
    }

    @Bean
    FindSuggestionsHandler findSuggestionsHandler(
            PetitionIndex index,
            ListedTopics topics,
            ListedMeasures measures,
            AgencyDirectory directory,
            ReadPositions positions) {
        return new FindSuggestionsHandler(index, topics, measures, directory, positions);
    }
}
