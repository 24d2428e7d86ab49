package cn.huiying.command.supervision;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.Reactions;
import cn.huiying.command.common.SqliteDatabase;
import cn.huiying.command.common.SqliteTokens;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** What the platform does by itself about supervision. Imported by the application, not found by the scan. */
public class SupervisionReactionsConfiguration {

    static final String GROUP = "supervision-reactions";

    /**
     * Where this process notes how far it has reacted.
     *
     * @param file made where there is none; everything is then looked at again, and nothing done twice
     */
    public record ReactionsFile(Path file) {}

    @Bean(destroyMethod = "close")
    SqliteDatabase reactionsDatabase(ReactionsFile file) {
        return new SqliteDatabase(
                file.file(),
                Stream.concat(Arrays.stream(ReactionsMemory.SCHEMA), Stream.of(SqliteTokens.SCHEMA))
                        .toArray(String[]::new));
    }

    @Bean
    SqliteTokens reactionsTokens(@Qualifier("reactionsDatabase") SqliteDatabase database) {
        return new SqliteTokens(database);
    }

    @Bean(destroyMethod = "close")
    Reactions reactions(CommandDoor door) {
        return new Reactions(door, GROUP);
    }

    @Bean
    ReactionsMemory reactionsMemory(@Qualifier("reactionsDatabase") SqliteDatabase database) {
        return new ReactionsMemory(database);
    }

    @Bean
    WhenAPetitionGoesWrongThenProposeAnOrder proposing(
            SupervisedPetitions petitions, ReactionsMemory memory, Reactions reactions) {
        return new WhenAPetitionGoesWrongThenProposeAnOrder(new ProposedOrders(petitions, memory), reactions);
    }

    @Bean
    WhenALeaderInstructsThenProposeOrders instructing(Reactions reactions) {
        return new WhenALeaderInstructsThenProposeOrders(reactions);
    }

    @Bean
    WhenAReportIsInstructedThenTheInstructionIsRecorded recordingInstructions(Reactions reactions) {
        return new WhenAReportIsInstructedThenTheInstructionIsRecorded(reactions);
    }

    @Bean
    WhenASuggestionIsConvertedThenItTells convertingSuggestions(EventStore eventStore, Reactions reactions) {
        return new WhenASuggestionIsConvertedThenItTells(eventStore, reactions);
    }

    @Bean
    WhenAnAgencyIsMergedThenItsSuccessorAnswers handingOver(ReactionsMemory memory, Reactions reactions) {
        return new WhenAnAgencyIsMergedThenItsSuccessorAnswers(memory, reactions);
    }

    @Bean
    WhenAPublicationChangesThenItsMediaLeadIsCompared comparing(EventStore eventStore, Reactions reactions) {
        return new WhenAPublicationChangesThenItsMediaLeadIsCompared(eventStore, reactions);
    }

    @Bean
    WhenTheMediaReportThenThePetitionTells telling(Reactions reactions) {
        return new WhenTheMediaReportThenThePetitionTells(reactions);
    }

    @Bean
    WhenAnOrderStandsThenItsPetitionsAreUnderSupervision supervising(EventStore eventStore, Reactions reactions) {
        return new WhenAnOrderStandsThenItsPetitionsAreUnderSupervision(eventStore, reactions);
    }

    @Bean
    ProposingHotIssues proposingHotIssues(QueryGateway queries, SupervisedPetitions petitions, CommandDoor door) {
        return new ProposingHotIssues(queries, petitions, door);
    }
}
