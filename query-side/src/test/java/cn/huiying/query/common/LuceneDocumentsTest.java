package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneDocumentsTest {

    private record Page(String id, String text) {}

    private static final class Form implements LuceneDocuments.Form<Page> {

        @Override
        public Class<Page> type() {
            return Page.class;
        }

        @Override
        public String id(Page page) {
            return page.id();
        }

        @Override
        public void index(Page page, Document fields) {}
    }

    @TempDir
    Path folder;

    @Test
    void what_is_written_into_a_generation_in_the_making_is_found_by_a_search_in_it_and_by_nobody_else()
            throws IOException {
        try (LuceneDocuments<Page> documents = new LuceneDocuments<>(folder, "1", IndexWriterConfig::new, new Form())) {
            LuceneDocuments<Page> beside = documents.beside();
            beside.save(List.of(new Page("a", "1")), 1);
            assertThat(beside.<Integer>read(searcher -> searcher.count(beside.all())))
                    .isEqualTo(1);
            beside.save(List.of(new Page("a", "2"), new Page("b", "1")), 2);
            assertThat(beside.<Integer>read(searcher -> searcher.count(beside.all())))
                    .isEqualTo(2);
            assertThat(beside.load(List.of("a"))).containsEntry("a", new Page("a", "2"));
            assertThat(documents.<Integer>read(searcher -> searcher.count(documents.all())))
                    .isZero();
            documents.drop(beside);
        }
    }
}
