package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private static String digest(String kind, List<String> documents) {
        ContentDigest digest = new ContentDigest();
        documents.forEach(document -> digest.add(kind, document.getBytes(StandardCharsets.UTF_8)));
        return digest.toString();
    }

    private static List<String> documents(int n) {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            documents.add("{\"id\": \"PET-" + i + "\", \"version\": " + i + ", \"held\": [1, 2]}");
        }
        return documents;
    }

    @Test
    void it_depends_neither_on_the_order_of_documents_nor_on_that_of_properties() {
        List<String> documents = documents(200);
        String digest = digest("petition", documents);
        assertThat(digest).matches("sum-sha256-v1:[0-9a-f]{64}");
        Collections.shuffle(documents, new Random(3));
        assertThat(digest("petition", documents)).isEqualTo(digest);
        documents.set(
                documents.indexOf("{\"id\": \"PET-7\", \"version\": 7, \"held\": [1, 2]}"),
                "{\"version\":7,\"held\":[1,2],\"id\":\"PET-7\"}");
        assertThat(digest("petition", documents)).isEqualTo(digest);
    }

    @Test
    void it_depends_on_everything_else() {
        String digest = digest("petition", documents(200));
        assertThat(List.of(
                        digest("petition", documents(199)),
                        digest("petition", documents(201)),
                        digest("order", documents(200)),
                        digest(
                                "petition",
                                documents(200).stream()
                                        .map(document -> document.replace("[1, 2]", "[2, 1]"))
                                        .toList()),
                        digest(
                                "petition",
                                documents(200).stream()
                                        .map(document ->
                                                document.replace("PET-7\", \"version\": 7", "PET-7\", \"version\": 8"))
                                        .toList())))
                .doesNotContain(digest)
                .doesNotHaveDuplicates();
    }
}
