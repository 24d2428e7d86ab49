package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class TokensAfterDocumentsTest {

    private final List<String> order = new ArrayList<>();
    private final ReadPositions positions = new ReadPositions(null);
    private final TokensAfterDocuments tokens = new TokensAfterDocuments(
            new InMemoryTokenStore() {
                @Override
                public void storeToken(TrackingToken token, String processorName, int segment) {
                    order.add("token");
                    super.storeToken(token, processorName, segment);
                }
            },
            positions);

    @Test
    void a_token_is_stored_after_the_documents_although_the_framework_asks_first() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        unit.onPrepareCommit(u -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "listing", 0));
        EventBatch.add(unit, this, "document", written -> order.addAll(written));
        EventBatch.add(unit, this, "another", written -> order.addAll(written));
        assertThat(positions.of("listing")).isZero();
        unit.commit();
        assertThat(order).containsExactly("document", "another", "token");
        assertThat(positions.of("listing")).isEqualTo(7);
    }

    @Test
    void where_the_documents_can_not_be_written_the_token_stays() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("event"));
        unit.onPrepareCommit(u -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "listing", 0));
        EventBatch.add(unit, this, "document", written -> {
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
