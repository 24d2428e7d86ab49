package cn.huiying.command.policy;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Reactions;
import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.common.SqliteTokens;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** What the platform does by itself about policies. Imported by the application, not found by the scan. */
public class PolicyReactionsConfiguration {

    static final String GROUP = "policy-reactions";

    /**
     * Where this process notes how far it has reacted.
     *
     * @param file made where there is none; everything is then looked at again, and nothing done twice
     */
    public record PolicyReactionsFile(Path file) {}

    @Bean(destroyMethod = "close")
    SqliteDatabase policyReactionsDatabase(PolicyReactionsFile file) {
        return new SqliteDatabase(
                file.file(),
                Stream.concat(Arrays.stream(PushMemory.SCHEMA), Stream.of(SqliteTokens.SCHEMA))
                        .toArray(String[]::new));
    }

    @Bean
    SqliteTokens policyReactionsTokens(@Qualifier("policyReactionsDatabase") SqliteDatabase database) {
        return new SqliteTokens(database);
    }

    @Bean
    PushMemory pushMemory(@Qualifier("policyReactionsDatabase") SqliteDatabase database) {
        return new PushMemory(database);
    }

    @Bean(destroyMethod = "close")
    Reactions policyReactions(CommandDoor door) {
        return new Reactions(door, GROUP);
    }

    @Bean
    WhenAPolicyIsPublishedThenItIsPushedToEnterprisesThatFit pushing(
            PushMemory memory, @Qualifier("policyReactions") Reactions reactions) {
        return new WhenAPolicyIsPublishedThenItIsPushedToEnterprisesThatFit(memory, reactions);
    }

    @Bean
    WhenAnEnterpriseChangesThenPoliciesThatFitArePushedToIt pushingToEnterprise(
            PushMemory memory, @Qualifier("policyReactions") Reactions reactions) {
        return new WhenAnEnterpriseChangesThenPoliciesThatFitArePushedToIt(memory, reactions);
    }
}
