package cn.huiying.query.report;

import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.statistics.Cube;
import cn.huiying.query.statistics.Statistics;
import cn.huiying.query.supervision.IssuedProposals;
import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports: how they are written, kept and sent. */
@Configuration(proxyBeanMethods = false)
public class ReportsConfiguration {

    @Bean
    Reports reports(MongoDatabase database) {
        return new MongoReports(database);
    }

    @Bean
    ReportsProjection reportsProjection(Reports reports) {
        return new ReportsProjection(reports);
    }

    @Bean
    FindReportHandler findReportHandler(
            Cube cube, Statistics statistics, IssuedProposals proposals, ReadPositions positions) {
        return new FindReportHandler(cube, statistics, proposals, positions);
    }
}
