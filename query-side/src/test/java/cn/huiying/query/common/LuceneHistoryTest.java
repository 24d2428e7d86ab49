package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.ScoreDoc;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneHistoryTest {

    /** @param hidden what nobody is told */
    record Note(String id, String text, int hidden) {}

    record Written(String id, String text) {}

    private static final class Form implements LuceneDocuments.Form<Note> {

        @Override
        public Class<Note> type() {
            return Note.class;
        }

        @Override
        public String id(Note note) {
            return note.id();
        }

        @Override
        public void index(Note note, Document fields) {}
    }

    @TempDir
    Path folder;

    private LuceneHistory<Note> open() {
        return open("notes");
    }

    private LuceneHistory<Note> open(String name) {
        return new LuceneHistory<>(
                new LuceneDocuments<>(folder.resolve(name), "1", IndexWriterConfig::new, new Form()),
                new Form(),
                (one, other) -> one.text().equals(other.text()));
    }

    /** A fold that would go wrong if an event came twice. */
    private static Note evolve(Note before, Recorded<Written> recorded) {
        String text = recorded.event().text();
        return before == null
                ? new Note(recorded.event().id(), text, 0)
                : new Note(before.id(), before.text() + text, before.hidden() + 1);
    }

    private static void fold(LuceneHistory<Note> history, long from, String... events) {
        List<Recorded<Written>> batch = new ArrayList<>();
        for (String event : events) {
            batch.add(new Recorded<>(new Written(event.substring(0, 1), event.substring(1)), 0, from + batch.size()));
        }
        history.fold(batch, Written::id, LuceneHistoryTest::evolve);
    }

    private static List<String> texts(LuceneHistory<Note> history, long position) {
        LuceneSource<Note> then = history.asOf(position);
        return then.read(searcher -> {
            List<String> texts = new ArrayList<>();
            for (ScoreDoc found : searcher.search(then.all(), 100).scoreDocs) {
                texts.add(then.document(searcher, found.doc).text());
            }
            return texts.stream().sorted().toList();
        });
    }

    private static int documents(LuceneHistory<Note> history) {
        return history.documents().read(searcher -> searcher.getIndexReader().numDocs());
    }

    @Test
    void every_version_within_one_batch_is_found_at_its_positions() throws IOException {
        try (LuceneHistory<Note> history = open()) {
            fold(history, 5, "aX", "aY", "bQ", "aZ");
            assertThat(texts(history, 4)).isEmpty();
            assertThat(texts(history, 5)).containsExactly("X");
            assertThat(texts(history, 6)).containsExactly("XY");
            assertThat(texts(history, 7)).containsExactly("Q", "XY");
            assertThat(texts(history, 8)).containsExactly("Q", "XYZ");
            assertThat(texts(history, 1_000)).containsExactly("Q", "XYZ");
        }
    }

    @Test
    void an_edition_outlasts_a_stop_and_changes_with_the_generation_and_with_what_is_parked() throws IOException {
        String first;
        try (LuceneHistory<Note> history = open()) {
            first = history.edition();
            fold(history, 5, "aX");
            history.documents().tokens().storeToken(new GlobalSequenceTrackingToken(5), "notes", 0);
            history.documents().commit();
            assertThat(history.edition()).isEqualTo(first);
        }
        try (LuceneHistory<Note> history = open()) {
            assertThat(history.edition()).isEqualTo(first);
            history.documents().park("[6]");
            assertThat(history.edition()).as("parked").isNotEqualTo(first);
            history.documents().park("");
            assertThat(history.edition()).isEqualTo(first);
            history.documents().takeOver(history.documents().beside());
            assertThat(history.edition()).as("built again").isNotEqualTo(first);
        }
    }

    @Test
    void a_version_of_an_earlier_batch_is_closed_where_the_next_begins() throws IOException {
        try (LuceneHistory<Note> history = open()) {
            fold(history, 1, "aX");
            fold(history, 2, "bQ");
            fold(history, 3, "aY");
            assertThat(texts(history, 2)).containsExactly("Q", "X");
            assertThat(texts(history, 3)).containsExactly("Q", "XY");
            assertThat(documents(history)).isEqualTo(3);
        }
    }

    @Test
    void a_batch_that_comes_twice_changes_nothing_also_after_a_stop() throws IOException {
        try (LuceneHistory<Note> history = open()) {
            history.documents().tokens().initializeTokenSegments("notes", 1, null);
            fold(history, 1, "aX", "aY", "bQ");
            fold(history, 1, "aX", "aY", "bQ");
        }
        try (LuceneHistory<Note> history = open()) {
            fold(history, 1, "aX", "aY", "bQ");
            fold(history, 3, "bQ", "aZ");
            assertThat(texts(history, 3)).containsExactly("Q", "XY");
            assertThat(texts(history, 4)).containsExactly("Q", "XYZ");
            assertThat(documents(history)).isEqualTo(4);
        }
    }

    private String digest(String name, Consumer<LuceneHistory<Note>> work) throws IOException {
        try (LuceneHistory<Note> history = open(name)) {
            work.accept(history);
            return history.documents().content().get().toString();
        }
    }

    @Test
    void the_digest_says_between_which_positions_each_version_held_and_not_how_it_was_batched() throws IOException {
        String once = digest("once", history -> fold(history, 1, "aX", "bQ", "aY"));
        assertThat(digest("by one", history -> {
                    fold(history, 1, "aX");
                    fold(history, 2, "bQ");
                    fold(history, 3, "aY");
                }))
                .isEqualTo(once);
        assertThat(digest("begun later", history -> fold(history, 1, "bQ", "aX", "aY")))
                .isNotEqualTo(once);
        assertThat(digest("ended later", history -> {
                    fold(history, 1, "aX", "bQ");
                    fold(history, 4, "aY");
                }))
                .isNotEqualTo(once);
    }

    @Test
    void what_nobody_can_tell_apart_is_one_version_and_is_folded_on() throws IOException {
        try (LuceneHistory<Note> history = open()) {
            fold(history, 1, "aX", "a", "a");
            fold(history, 4, "a", "aY");
            fold(history, 2, "a", "a");
            assertThat(documents(history)).isEqualTo(2);
            assertThat(texts(history, 4)).containsExactly("X");
            LuceneSource<Note> then = history.asOf(5);
            Note last = then.read(searcher -> then.document(searcher, searcher.search(then.all(), 1).scoreDocs[0].doc));
            assertThat(last).isEqualTo(new Note("a", "XY", 4));
        }
    }
}
