package cn.huiying.query.statistics;

import cn.huiying.query.common.LuceneCommits;
import cn.huiying.query.common.LuceneReadModel;
import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The statistics cube and its doors. */
@Configuration(proxyBeanMethods = false)
public class StatisticsConfiguration {

    @Bean
    LuceneCube cube(StatisticsSettings settings) {
        return new LuceneCube(settings.folder());
    }

    @Bean
    LuceneReadModel<Fact> statisticsReadModel(LuceneCube cube) {
        return new LuceneReadModel<>(
                StatisticsProjection.NAME, cube.documents(), facts -> new StatisticsProjection(new LuceneCube(facts)));
    }

    @Bean
    LuceneCommits cubeCommits(LuceneCube cube) {
        return new LuceneCommits(cube.documents(), Duration.ofSeconds(5));
    }

    @Bean
    LuceneCubeHistory cubeHistory(StatisticsSettings settings) {
        return new LuceneCubeHistory(settings.history());
    }

    @Bean
    LuceneReadModel<Fact> statisticsHistoryReadModel(LuceneCubeHistory history) {
        return new LuceneReadModel<>(
                StatisticsHistoryProjection.NAME,
                history.documents(),
                facts -> new StatisticsHistoryProjection(new LuceneCubeHistory(facts)));
    }

    @Bean
    LuceneCommits cubeHistoryCommits(LuceneCubeHistory history) {
        return new LuceneCommits(history.documents(), Duration.ofSeconds(5));
    }

    @Bean
    StatisticsHistoryProjection statisticsHistoryProjection(CubeHistory history) {
        return new StatisticsHistoryProjection(history);
    }

    @Bean
    Statistics statistics(Cube cube, AgencyDirectory directory, StatisticsSettings settings) {
        return new Statistics(cube, directory, settings.districts());
    }

    @Bean
    PastStatistics pastStatistics(CubeHistory history, AgencyDirectory directory, StatisticsSettings settings) {
        return new PastStatistics(history, directory, settings.districts());
    }

    @Bean
    StatisticsProjection statisticsProjection(Cube cube) {
        return new StatisticsProjection(cube);
    }

    @Bean
    FiguresOfAgenciesHandler figuresOfAgenciesHandler(Cube cube, AgencyDirectory directory, ReadPositions positions) {
        return new FiguresOfAgenciesHandler(cube, directory, positions);
    }
}
