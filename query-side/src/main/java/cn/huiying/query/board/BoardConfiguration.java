package cn.huiying.query.board;

import cn.huiying.query.common.PastViews;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.Stations;
import java.nio.file.Path;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ObjectMapper;

/** The supervision board. */
@Configuration(proxyBeanMethods = false)
public class BoardConfiguration {

    /** Where this node keeps its board. */
    public record BoardFilePath(Path path) {}

    @Bean
    CurrentBoard currentBoard(BoardFilePath file, ObjectMapper json, InstantSource clock) {
        return new CurrentBoard(file.path(), json, clock);
    }

    @Bean
    BoardReadModel boardReadModel(CurrentBoard board) {
        return new BoardReadModel(board);
    }

    @Bean
    PastViews<SupervisionBoard> pastBoards(EventStore eventStore) {
        Stations<SupervisionBoard.Kept> stations = new Stations<>();
        return new PastViews<>(
                "past-boards", position -> SupervisionBoard.asOf(eventStore, stations, position), forgotten -> {});
    }

    @Bean
    BoardViews boardViews(PetitionFilters filters) {
        return new BoardViews(filters);
    }

    @Bean
    BoardProjection boardProjection(CurrentBoard board) {
        return new BoardProjection(board);
    }
}
