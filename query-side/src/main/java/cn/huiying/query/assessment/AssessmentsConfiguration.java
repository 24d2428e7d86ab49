package cn.huiying.query.assessment;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assessments and rankings. */
@Configuration(proxyBeanMethods = false)
public class AssessmentsConfiguration {

    @Bean
    Assessments assessments(MongoDatabase database) {
        return new MongoAssessments(database);
    }

    @Bean
    AssessmentsProjection assessmentsProjection(Assessments assessments) {
        return new AssessmentsProjection(assessments);
    }

    @Bean
    Ranks ranks(Assessments assessments) {
        return new Ranks(assessments);
    }
}
