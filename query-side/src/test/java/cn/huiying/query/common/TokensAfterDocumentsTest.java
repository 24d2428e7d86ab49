package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class TokensAfterDocumentsTest {

    private final List<String> order = new ArrayList<>();
    private final ReadPositions positions = new ReadPositions(null);
    private final TokenStore store = new InMemoryTokenStore() {
        @Override
        public void storeToken(TrackingToken token, String processorName, int segment) {
            order.add("token");
            super.storeToken(token, processorName, segment);
        }
    };
    private final TokensAfterDocuments tokens =
            new TokensAfterDocuments(() -> new Generation.Tokens(store, "listing"), positions::reached);
    private final EventBatch events = new EventBatch();

    @Test
    void a_token_is_stored_after_the_documents_although_the_framework_asks_first() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        unit.onPrepareCommit(u -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "listing", 0));
        events.add(
                unit,
                this,
                new Recorded<>("document", 0, 6),
                written -> written.forEach(one -> order.add(one.event())));
        events.add(
                unit, this, new Recorded<>("another", 0, 7), written -> written.forEach(one -> order.add(one.event())));
        assertThat(positions.of("listing")).isZero();
        unit.commit();
        assertThat(order).containsExactly("document", "another", "token");
        assertThat(positions.of("listing")).isEqualTo(7);
    }

    @Test
    void where_the_documents_can_not_be_written_the_token_stays() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        unit.onPrepareCommit(u -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "listing", 0));
        events.add(unit, this, new Recorded<>("document", 0, 7), written -> {
            throw new IllegalStateException("no room");
        });
        try {
            unit.commit();
        } catch (IllegalStateException e) {
            order.add(e.getMessage());
        }
        assertThat(order).containsExactly("no room");
        assertThat(positions.of("listing")).isZero();
    }

    @Test
    void an_event_that_can_not_be_folded_fails_its_batch_once_and_then_only_itself() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        events.add(unit, this, new Recorded<>("sound", 0, 6), this::fold);
        events.add(unit, this, new Recorded<>("poison", 0, 7), this::fold);
        assertThatThrownBy(unit::commit).hasMessage("poison");
        UnitOfWork<?> again = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        events.add(again, this, new Recorded<>("sound", 0, 6), this::fold);
        assertThatThrownBy(() -> events.add(again, this, new Recorded<>("poison", 0, 7), this::fold))
                .hasMessage("poison");
        again.commit();
        assertThat(order).containsExactly("sound", "sound");
    }

    private void fold(List<Recorded<String>> batch) {
        batch.forEach(one -> events.evolve(one, () -> {
            if (one.event().equals("poison")) {
                throw new IllegalStateException(one.event());
            }
            return order.add(one.event());
        }));
    }

    @Test
    void whoever_waits_for_a_position_is_woken_when_it_is_reached() throws InterruptedException {
        assertThat(positions.await("listing", 1, Duration.ofMillis(20))).isFalse();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return positions.await("listing", 3, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        positions.reached("listing", 2);
        assertThat(waiting).isNotDone();
        positions.reached("listing", 3);
        assertThat(waiting.join()).isTrue();
    }
}
