package cn.huiying.query.report;

import cn.huiying.query.common.MongoReadModel;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.statistics.Cube;
import cn.huiying.query.statistics.Statistics;
import cn.huiying.query.supervision.IssuedProposals;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports: how they are written, kept and sent. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {

    @Bean
    MongoReadModel reportsReadModel(MongoDatabase database, TokenStore documentTokens) {
        return new MongoReadModel(
                ReportsProjection.NAME,
                database,
                documentTokens,
                List.of(MongoReports.COLLECTION),
                collections -> new ReportsProjection(new MongoReports(collections)));
    }

    @Bean
    Reports reports(MongoReadModel reportsReadModel) {
        return new MongoReports(reportsReadModel.collections());
    }

    @Bean
    ReportsProjection reportsProjection(MongoReadModel reportsReadModel) {
        return (ReportsProjection) reportsReadModel.projection();
    }

    @Bean
    FindReportHandler findReportHandler(
            Cube cube, Statistics statistics, IssuedProposals proposals, ReadPositions positions) {
        return new FindReportHandler(cube, statistics, proposals, positions);
    }
}
