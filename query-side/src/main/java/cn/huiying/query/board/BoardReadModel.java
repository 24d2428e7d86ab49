package cn.huiying.query.board;

import cn.huiying.query.board.SupervisionBoard.Kept;
import cn.huiying.query.common.ContentDigest;
import cn.huiying.query.common.ReadModel;
import java.util.Collection;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The board as a read model: what counts, from which everything that is shown follows. */
record BoardReadModel(CurrentBoard board) implements ReadModel {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return BoardProjection.NAME;
    }

    @Override
    public Tokens tokens() {
        return new Tokens(board.tokens(), name());
    }

    @Override
    public Supplier<ContentDigest> content() {
        Kept kept = board.kept();
        return () -> {
            ContentDigest digest = new ContentDigest();
            add(digest, "petition", kept.petitions());
            add(digest, "order", kept.orders());
            add(digest, "agency", kept.agencies());
            return digest;
        };
    }

    private static void add(ContentDigest digest, String kind, Collection<?> elements) {
        elements.forEach(element -> digest.add(kind, JSON.writeValueAsBytes(element)));
    }

    @Override
    public String parked() {
        return board.parked();
    }

    @Override
    public void park(String letters) {
        board.park(letters);
    }

    @Override
    public Beside beside() {
        CurrentBoard beside = board.beside();
        return new Beside(
                new BoardReadModel(beside),
                new BoardProjection(beside),
                () -> {
                    Supplier<ContentDigest> former = content();
                    board.takeOver(beside);
                    return new Former(former, () -> {});
                },
                () -> {});
    }
}
