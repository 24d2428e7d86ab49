package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Folding;
import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.common.LuceneBigrams;
import cn.huiying.query.common.LuceneReadModel;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.query.common.ReadModel;
import cn.huiying.query.common.Recorded;
import cn.huiying.query.common.Texts;
import cn.huiying.query.listing.PetitionIndex.Facet;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LucenePetitionIndexTest {

    private static final Filter PUBLISHED = new Filter(true, null, PetitionFilter.ALL, null);
    private static final Filter ALL = new Filter(false, null, PetitionFilter.ALL, null);

    @TempDir
    Path folder;

    private static Filter text(String text) {
        return new Filter(true, null, PetitionFilter.ALL, text);
    }

    private static Map<PetitionId, ListedPetition> fold(List<Recorded<PetitionEvent>> log) {
        Map<PetitionId, ListedPetition> folded = new HashMap<>();
        for (Recorded<PetitionEvent> recorded : log) {
            folded.compute(recorded.event().petitionId(), (id, before) -> ListedPetition.evolve(before, recorded));
        }
        return folded;
    }

    /** Writes a log in batches of some size, as the projection does. */
    private static void write(PetitionIndex index, List<Recorded<PetitionEvent>> log, int batch) {
        for (int from = 0; from < log.size(); from += batch) {
            List<Recorded<PetitionEvent>> part = log.subList(from, Math.min(log.size(), from + batch));
            Map<PetitionId, ListedPetition> touched = new HashMap<>(
                    index.load(part.stream().map(r -> r.event().petitionId()).toList()));
            for (Recorded<PetitionEvent> recorded : part) {
                touched.compute(recorded.event().petitionId(), (id, before) -> ListedPetition.evolve(before, recorded));
            }
            index.save(touched.values(), part.getLast().position());
        }
    }

    @Test
    void whatever_the_batches_the_index_holds_the_fold_of_the_log() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(25, new Random(7));
        Map<PetitionId, ListedPetition> folded = fold(log);
        for (int batch : new int[] {1, 37, 5_000}) {
            try (LucenePetitionIndex index = new LucenePetitionIndex(folder.resolve("batch" + batch))) {
                write(index, log, batch);
                assertThat(index.load(folded.keySet())).isEqualTo(folded);
            }
        }
    }

    @Test
    void a_batch_delivered_twice_changes_nothing() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(100, new Random(8));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 100);
            write(index, log, 40);
            assertThat(index.load(fold(log).keySet())).isEqualTo(fold(log));
            assertThat(index.count(ALL)).isEqualTo(fold(log).size());
        }
    }

    @Test
    void a_list_read_page_by_page_is_the_whole_list_in_order() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(120, new Random(9));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 500);
            List<PetitionId> expected = fold(log).values().stream()
                    .filter(ListedPetition::published)
                    .sorted(Comparator.comparing(ListedPetition::publishedAt)
                            .thenComparing(ListedPetition::order)
                            .reversed())
                    .map(ListedPetition::id)
                    .toList();
            List<PetitionId> read = new ArrayList<>();
            Ranked from = null;
            List<Hit> page = index.page(PUBLISHED, Order.PUBLISHED, null, false, 7);
            while (!page.isEmpty()) {
                page.forEach(hit -> read.add(hit.petition().id()));
                from = page.getLast().place();
                page = index.page(PUBLISHED, Order.PUBLISHED, from, false, 7);
            }
            assertThat(read).isEqualTo(expected);
            List<Hit> back = index.page(PUBLISHED, Order.PUBLISHED, from, true, 5);
            assertThat(back.stream().map(hit -> hit.petition().id()))
                    .containsExactlyElementsOf(expected.subList(expected.size() - 6, expected.size() - 1));
        }
    }

    @Test
    void text_is_found_and_marked() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(30, new Random(10));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 500);
            List<Hit> hits = index.page(text("噪音"), Order.RELEVANCE, null, false, 100);
            assertThat(hits).hasSize((int) index.count(PUBLISHED)).isNotEmpty();
            assertThat(hits.getFirst().titleSnippet()).contains("<em>");
            assertThat(index.count(text("音扰"))).isEqualTo(hits.size());
            assertThat(index.count(text("音噪"))).isZero();
            assertThat(index.count(text("停工"))).as("in the public reply").isPositive();
            assertThat(index.count(text("噪音 停工"))).isEqualTo(index.count(text("停工")));
            assertThat(index.count(text("(噪音 OR"))).as("query syntax is text").isZero();
            assertThat(index.count(text("*噪音*"))).isEqualTo(hits.size());
        }
    }

    /** A published petition with texts of its own; nothing but the texts and the moment counts. */
    private static ListedPetition published(int n, String title, String body, String reply, Instant at) {
        ListedPetition some =
                fold(Lives.log(1, new Random(1))).values().iterator().next();
        return new ListedPetition(
                new PetitionId("PET-" + n),
                n,
                "JY" + n,
                some.author(),
                "某**",
                some.section(),
                some.board(),
                some.type(),
                some.domain(),
                some.district(),
                some.sealedTitle(),
                title,
                body,
                Lives.AGENCY,
                State.HANDLING,
                at,
                at,
                null,
                true,
                reply,
                reply == null ? null : at,
                null,
                some.milestones(),
                some.pictures(),
                false,
                null,
                some.suggestion(),
                1);
    }

    private static boolean contains(ListedPetition petition, String text) {
        String title = Folding.fold(petition.title()).text();
        String body = Folding.fold(
                        petition.body() + (petition.publicReply() == null ? "" : "\n" + petition.publicReply()))
                .text();
        return Folding.words(text).stream().allMatch(word -> title.contains(word) || body.contains(word));
    }

    @Test
    void a_search_finds_exactly_what_a_scan_for_the_characters_finds() throws IOException {
        Random random = new Random(15);
        List<ListedPetition> all = new ArrayList<>();
        for (int n = 1; n <= 300; n++) {
            String reply = random.nextBoolean() ? Texts.random(random, 15) : null;
            all.add(published(n, Texts.random(random, 6), Texts.random(random, 30), reply, Lives.START));
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            index.save(all.subList(0, 150), 1);
            index.save(all.subList(150, 300), 2);
            for (int round = 0; round < 1_000; round++) {
                String body = all.get(random.nextInt(all.size())).body();
                int length = 1 + random.nextInt(6);
                int from = random.nextInt(body.length() - length);
                String query = body.substring(from, from + length);
                if (Folding.words(query).isEmpty()) {
                    continue;
                }
                Set<PetitionId> expected = all.stream()
                        .filter(petition -> contains(petition, query))
                        .map(ListedPetition::id)
                        .collect(Collectors.toSet());
                assertThat(index.page(text(query), Order.PUBLISHED, null, false, 1_000).stream()
                                .map(hit -> hit.petition().id()))
                        .as(query)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void relevance_is_the_title_first_and_halves_with_each_year() throws IOException {
        Instant now = Lives.START;
        Instant yearAgo = now.minus(Duration.ofDays(366));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            index.save(
                    List.of(
                            published(1, "路灯不亮", "噪音", null, now),
                            published(2, "噪音扰民", "夜里", null, now),
                            published(3, "噪音噪音", "噪音噪音噪音噪音噪音", null, yearAgo),
                            published(4, "噪音扰民", "夜里", null, yearAgo)),
                    4);
            assertThat(ids(index.page(text("噪音"), Order.RELEVANCE, null, false, 10)))
                    .as("10, halved; 3; 3, halved; 1")
                    .containsExactly("PET-3", "PET-2", "PET-4", "PET-1");
        }
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.petition().id().value()).toList();
    }

    @Test
    void a_place_by_relevance_holds_while_others_are_published() throws IOException {
        Random random = new Random(16);
        Filter filter = text("噪音");
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            List<ListedPetition> all = new ArrayList<>();
            for (int n = 1; n <= 200; n++) {
                Instant at = Lives.START.plus(Duration.ofHours(random.nextInt(20_000)));
                all.add(published(n, Texts.random(random, 5), "噪音" + Texts.random(random, 20), null, at));
            }
            index.save(all, 1);
            List<String> expected = ids(index.page(filter, Order.RELEVANCE, null, false, 1_000));
            List<String> read = new ArrayList<>();
            Ranked from = null;
            List<Hit> page;
            int more = 1_000;
            while (!(page = index.page(filter, Order.RELEVANCE, from, false, 7)).isEmpty()) {
                read.addAll(ids(page));
                from = page.getLast().place();
                index.save(
                        List.of(published(++more, "噪音噪音", Texts.random(random, 50), null, Lives.START), all.get(0)),
                        more);
            }
            assertThat(expected).hasSize(200);
            assertThat(read).containsSubsequence(expected).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_index_of_an_earlier_form_is_begun_again() throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter earlier = new IndexWriter(directory, new IndexWriterConfig(LuceneBigrams.analyzer()))) {
            Document document = new Document();
            document.add(new StringField("published", "true", Field.Store.NO));
            earlier.addDocument(document);
            earlier.setLiveCommitData(Map.of("position", "17").entrySet());
            earlier.commit();
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            assertThat(index.count(PUBLISHED)).isZero();
            assertThat(index.tokens().fetchSegments("listing"))
                    .as("the log is read from its start")
                    .isEmpty();
            index.tokens().initializeTokenSegments("listing", 1, null);
            index.save(List.of(published(1, "噪音", "噪音", null, Lives.START)), 18);
            index.tokens().storeToken(new GlobalSequenceTrackingToken(18), "listing", 0);
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            assertThat(index.count(PUBLISHED)).isEqualTo(1);
            assertThat(index.tokens().fetchToken("listing", 0)).isEqualTo(new GlobalSequenceTrackingToken(18));
            assertThat(index.changedAt()).isEqualTo(18);
        }
    }

    @Test
    void what_the_public_sees_changes_with_published_petitions_only() throws IOException {
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, Life.inHand(1, Lives.START).recorded(), 100);
            assertThat(index.publicChangedAt()).isZero();
            assertThat(index.changedAt()).isPositive();
            index.save(List.of(published(2, "噪音", "噪音", null, Lives.START)), 50);
            assertThat(index.publicChangedAt()).isEqualTo(50);
        }
    }

    @Test
    void nothing_of_an_unpublished_petition_is_found_by_its_text() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(60, new Random(11));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 500);
            Map<PetitionId, ListedPetition> folded = fold(log);
            long takenDown = folded.values().stream()
                    .filter(p -> p.title() != null && !p.published())
                    .count();
            assertThat(takenDown).isPositive();
            Filter everything = new Filter(false, null, PetitionFilter.ALL, "噪音");
            assertThat(index.count(everything)).isEqualTo(index.count(PUBLISHED));
        }
    }

    @Test
    void facets_equal_a_count_by_hand() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(300, new Random(12));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 64);
            List<ListedPetition> all = List.copyOf(fold(log).values());
            Map<String, Long> byType =
                    index.facets(PUBLISHED, Set.of(Facet.TYPE)).get(Facet.TYPE);
            byType.forEach((type, count) -> assertThat(all.stream()
                            .filter(p -> p.published() && p.type().name().equals(type))
                            .count())
                    .isEqualTo(count));
            assertThat(byType.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(all.stream().filter(ListedPetition::published).count());
        }
    }

    @Test
    void the_token_is_kept_with_the_documents_it_belongs_to() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(20, new Random(13));
        TrackingToken token = new GlobalSequenceTrackingToken(log.size());
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            index.tokens().initializeTokenSegments("listing", 1, null);
            write(index, log, 500);
            index.tokens().storeToken(token, "listing", 0);
            index.documents().commit();
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            assertThat(index.tokens().fetchSegments("listing")).containsExactly(0);
            assertThat(index.tokens().fetchToken("listing", 0)).isEqualTo(token);
            assertThat(index.load(fold(log).keySet())).isEqualTo(fold(log));
        }
    }

    @Test
    void similar_petitions_are_published_others() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(40, new Random(14));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            write(index, log, 500);
            ListedPetition one = index.page(PUBLISHED, Order.PUBLISHED, null, false, 1)
                    .getFirst()
                    .petition();
            List<ListedPetition> similar = index.similar(one.title(), one.id(), 5);
            assertThat(similar).hasSize(5).allMatch(ListedPetition::published).doesNotContain(one);
        }
    }

    private static ReadModel model(LucenePetitionIndex index, List<LucenePetitionIndex> beside) {
        return new LuceneReadModel<>(ListingProjection.NAME, index.documents(), documents -> {
            beside.add(new LucenePetitionIndex(documents));
            return beside.getLast();
        });
    }

    @Test
    void a_generation_that_was_written_in_other_batches_holds_the_same_and_is_read_after_the_next_start()
            throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(60, new Random(11));
        String digest;
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            index.tokens().initializeTokenSegments("listing", 1, null);
            write(index, log, 7);
            List<LucenePetitionIndex> written = new ArrayList<>();
            ReadModel model = model(index, written);
            ReadModel.Beside beside = model.beside();
            beside.generation().tokens().store().initializeTokenSegments("listing", 1, null);
            write(written.getLast(), log.subList(0, log.size() / 2), 5_000);
            digest = model.content().get().toString();
            assertThat(beside.generation().content().get().toString()).isNotEqualTo(digest);
            write(written.getLast(), log, 5_000);
            assertThat(beside.generation().content().get()).hasToString(digest);
            long tag = index.publicChangedAt();
            assertThat(index.count(ALL)).isEqualTo(fold(log).size());
            assertThat(beside.takeOver().get().content().get())
                    .as("what there was")
                    .hasToString(digest);
            assertThat(index.count(ALL)).isEqualTo(fold(log).size());
            assertThat(index.publicChangedAt()).as("answers are told apart").isNotEqualTo(tag);
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            assertThat(model(index, new ArrayList<>()).content().get()).hasToString(digest);
        }
    }

    @Test
    void whoever_reads_while_generations_take_over_always_reads_a_whole_one() throws Exception {
        List<Recorded<PetitionEvent>> log = Lives.log(60, new Random(12));
        AtomicBoolean stop = new AtomicBoolean();
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            write(index, log, 500);
            long total = index.count(PUBLISHED);
            List<Hit> page = index.page(PUBLISHED, Order.PUBLISHED, null, false, 10);
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(threads.submit(() -> {
                    long read = 0;
                    for (; !stop.get(); read++) {
                        assertThat(index.count(PUBLISHED)).isEqualTo(total);
                        assertThat(index.page(PUBLISHED, Order.PUBLISHED, null, false, 10))
                                .isEqualTo(page);
                    }
                    return read;
                }));
            }
            List<LucenePetitionIndex> written = new ArrayList<>();
            ReadModel model = model(index, written);
            for (int generation = 0; generation < 20; generation++) {
                ReadModel.Beside beside = model.beside();
                write(written.getLast(), log, 500);
                beside.takeOver().get();
            }
            stop.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    @Test
    void a_generation_that_did_not_take_over_is_nothing_after_the_next_start() throws IOException {
        List<Recorded<PetitionEvent>> log = Lives.log(20, new Random(13));
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            index.tokens().initializeTokenSegments("listing", 1, null);
            write(index, log, 500);
            List<LucenePetitionIndex> written = new ArrayList<>();
            model(index, written).beside();
            write(written.getLast(), log.subList(0, 10), 500);
            written.getLast().close();
        }
        try (LucenePetitionIndex index = new LucenePetitionIndex(folder)) {
            assertThat(index.load(fold(log).keySet())).isEqualTo(fold(log));
            assertThat(folder.resolve("generation-1")).doesNotExist();
        }
    }
}
