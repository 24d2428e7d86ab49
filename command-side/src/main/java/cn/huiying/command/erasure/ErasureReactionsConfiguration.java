package cn.huiying.command.erasure;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Reactions;
import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.common.SqliteTokens;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** What the platform does by itself about erasures. Imported by the application, not found by the scan. */
public class ErasureReactionsConfiguration {

    static final String GROUP = "erasure-reactions";

    /**
     * Where this process notes how far it has reacted.
     *
     * @param file made where there is none; everything is then looked at again, and nothing done twice
     */
    public record ErasureReactionsFile(Path file) {}

    @Bean(destroyMethod = "close")
    SqliteDatabase erasureReactionsDatabase(ErasureReactionsFile file) {
        return new SqliteDatabase(file.file(), SqliteTokens.SCHEMA);
    }

    @Bean
    SqliteTokens erasureReactionsTokens(@Qualifier("erasureReactionsDatabase") SqliteDatabase database) {
        return new SqliteTokens(database);
    }

    @Bean(destroyMethod = "close")
    Reactions erasureReactions(CommandDoor door) {
        return new Reactions(door, GROUP);
    }

    @Bean
    WhenAnErasureIsApprovedThenTheKeyIsDestroyed destroyingKeys(
            @Qualifier("erasureReactions") Reactions reactions, InstantSource clock) {
        return new WhenAnErasureIsApprovedThenTheKeyIsDestroyed(reactions, clock);
    }
}
