package cn.huiying.command.petition.due;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.common.SqliteTokens;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The due list and its sweep. */
@Configuration(proxyBeanMethods = false)
public class DueConfiguration {

    /**
     * Where this process keeps its due list.
     *
     * @param file made where there is none, and then filled from the log
     */
    public record DueListFile(Path file) {}

    @Bean(destroyMethod = "close")
    SqliteDatabase dueListDatabase(DueListFile file) {
        return new SqliteDatabase(
                file.file(),
                Stream.concat(Arrays.stream(SqliteDueList.SCHEMA), Stream.of(SqliteTokens.SCHEMA))
                        .toArray(String[]::new));
    }

    @Bean
    DueList dueList(@Qualifier("dueListDatabase") SqliteDatabase database) {
        return new SqliteDueList(database);
    }

    @Bean
    SqliteTokens dueListTokens(@Qualifier("dueListDatabase") SqliteDatabase database) {
        return new SqliteTokens(database);
    }

    @Bean
    DueListProjection dueListProjection(DueList list) {
        return new DueListProjection(list);
    }

    @Bean(destroyMethod = "close")
    SweepingDueMoments sweepingDueMoments(DueList list, DueMomentsLog log, CommandDoor door, InstantSource clock) {
        return new SweepingDueMoments(list, log, door, clock);
    }
}
