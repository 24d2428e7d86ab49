package cn.huiying.query.board;

import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PastViews;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the supervision board as it stands. Its stream goes on from there. */
@RestController
class BoardRestApi {

    private final CurrentBoard board;
    private final PastViews<SupervisionBoard> past;
    private final BoardViews views;
    private final InstantSource clock;

    BoardRestApi(
            CurrentBoard board,
            @Qualifier("pastBoards") PastViews<SupervisionBoard> past,
            BoardViews views,
            InstantSource clock) {
        this.board = board;
        this.past = past;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/board")
    @ReadsFrom(BoardProjection.NAME)
    ResponseEntity<BoardState> board(Actor actor, AsOf asOf, HttpServletRequest request, HttpServletResponse response) {
        views.check(actor);
        BoardView view = views.of(
                actor,
                Parameters.of(
                        request,
                        Stream.concat(Arrays.stream(BoardViews.PARAMETERS), Stream.of(AsOf.PARAMETER))
                                .toArray(String[]::new)));
        if (asOf != null) {
            return past.read(asOf.position(), then -> ResponseEntity.ok(then.show(view, asOf.instant())));
        }
        return board.read(now -> {
            // Exactly what was read, so that a stream can go on from it.
            response.setHeader("Petition-Position", "" + now.position());
            return ResponseEntity.ok(now.show(view, clock.instant()));
        });
    }
}
