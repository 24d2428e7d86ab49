package cn.huiying.query.assessment;

import cn.huiying.query.common.MongoReadModel;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assessments and rankings. */
@Configuration(proxyBeanMethods = false)
public class AssessmentsConfiguration {

    @Bean
    MongoReadModel assessmentsReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                AssessmentsProjection.NAME,
                database,
                documentTokens,
                List.of(MongoAssessments.COLLECTION),
                collections -> new AssessmentsProjection(new MongoAssessments(collections)));
    }

    @Bean
    Assessments assessments(MongoReadModel assessmentsReadModel) {
        return new MongoAssessments(assessmentsReadModel.collections());
    }

    @Bean
    AssessmentsProjection assessmentsProjection(MongoReadModel assessmentsReadModel) {
        return (AssessmentsProjection) assessmentsReadModel.projection();
    }

    @Bean
    Ranks ranks(Assessments assessments) {
        return new Ranks(assessments);
    }
}
