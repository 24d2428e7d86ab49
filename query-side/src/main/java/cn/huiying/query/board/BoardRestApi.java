package cn.huiying.query.board;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the supervision board as it stands. Its stream goes on from there. */
@RestController
class BoardRestApi {

    private final CurrentBoard board;
    private final BoardViews views;
    private final InstantSource clock;

    BoardRestApi(CurrentBoard board, BoardViews views, InstantSource clock) {
        this.board = board;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/board")
    @ReadsFrom(BoardProjection.NAME)
    ResponseEntity<BoardState> board(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        views.check(actor);
        BoardView view = views.of(actor, Parameters.of(request, BoardViews.PARAMETERS));
        return board.read(now -> {
            // Exactly what was read, so that a stream can go on from it.
            response.setHeader("Petition-Position", "" + now.position());
            return ResponseEntity.ok(now.show(view, clock.instant()));
        });
    }
}
