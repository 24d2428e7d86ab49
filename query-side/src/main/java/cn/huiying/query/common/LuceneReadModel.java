package cn.huiying.query.common;

import java.util.function.Function;
import java.util.function.Supplier;

/** A read model whose documents are {@link LuceneDocuments}. */
public record LuceneReadModel<T>(
        String name, LuceneDocuments<T> documents, Function<LuceneDocuments<T>, Object> projection)
        implements ReadModel {

    @Override
    public Tokens tokens() {
        return new Tokens(documents.tokens(), name);
    }

    @Override
    public Supplier<ContentDigest> content() {
        return documents.content();
    }

    @Override
    public String parked() {
        return documents.parked();
    }

    @Override
    public void park(String letters) {
        documents.park(letters);
    }

    @Override
    public Beside beside() {
        LuceneDocuments<T> beside = documents.beside();
        return new Beside(
                new LuceneReadModel<>(name, beside, projection),
                projection.apply(beside),
                () -> {
                    Supplier<ContentDigest> former = documents.content();
                    documents.takeOver(beside);
                    // Its readers hold what they read, and its files went with the switch.
                    return new Former(former, () -> {});
                },
                () -> documents.drop(beside));
    }
}
