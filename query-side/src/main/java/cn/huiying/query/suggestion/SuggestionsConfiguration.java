package cn.huiying.query.suggestion;

import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.PetitionIndex;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Topics, measures and special reports. */
@Configuration(proxyBeanMethods = false)
public class SuggestionsConfiguration {

    @Bean
    ListedTopics listedTopics(MongoDatabase database) {
        return new MongoListedTopics(database);
    }

    @Bean
    ListedMeasures listedMeasures(MongoDatabase database) {
        return new MongoListedMeasures(database);
    }

    @Bean
    ListedReports listedReports(MongoDatabase database) {
        return new MongoListedReports(database);
    }

    @Bean
    SuggestionsProjection suggestionsProjection(ListedTopics topics, ListedMeasures measures, ListedReports reports) {
        return new SuggestionsProjection(topics, measures, reports);
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
