package cn.huiying.command.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.junit.jupiter.api.Test;

class PetitionNumbersTest {

    private static final Instant MORNING = Instant.parse("2023-03-06T01:00:00Z");

    private final EventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    /** One gateway to the one series of the day, as all nodes have it. */
    private final CommandGateway gateway = gateway();

    private CommandGateway gateway() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        AggregateAnnotationCommandHandler<NumberSeries> series =
                AggregateAnnotationCommandHandler.<NumberSeries>builder()
                        .aggregateType(NumberSeries.class)
                        .repository(EventSourcingRepository.builder(NumberSeries.class)
                                .eventStore(log)
                                .build())
                        .build();
        assertThat(series.subscribe(bus)).isNotNull();
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Test
    void a_number_is_the_date_and_six_digits_from_one() {
        PetitionNumbers numbers = new PetitionNumbers(gateway);

        assertThat(numbers.next(MORNING)).isEqualTo("JY20230306000001");
        assertThat(numbers.next(MORNING)).isEqualTo("JY20230306000002");
    }

    @Test
    void the_date_is_that_of_jieyang() {
        assertThat(new PetitionNumbers(gateway).next(Instant.parse("2023-03-06T16:00:00Z")))
                .isEqualTo("JY20230307000001");
    }

    @Test
    void one_node_gives_out_its_runs_without_a_gap() {
        PetitionNumbers numbers = new PetitionNumbers(gateway);

        assertThat(IntStream.rangeClosed(1, 120).mapToObj(i -> numbers.next(MORNING)))
                .isEqualTo(IntStream.rangeClosed(1, 120)
                        .mapToObj("JY20230306%06d"::formatted)
                        .toList());
    }

    @Test
    void two_days_side_by_side_keep_their_own_runs() {
        PetitionNumbers numbers = new PetitionNumbers(gateway);
        Instant nextDay = MORNING.plusSeconds(86_400);

        assertThat(List.of(numbers.next(MORNING), numbers.next(nextDay), numbers.next(MORNING)))
                .containsExactly("JY20230306000001", "JY20230307000001", "JY20230306000002");
    }

    @Test
    void two_nodes_never_give_the_same_number() {
        PetitionNumbers one = new PetitionNumbers(gateway);
        PetitionNumbers other = new PetitionNumbers(gateway);

        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 175; i++) {
            numbers.add(one.next(MORNING));
            numbers.add(other.next(MORNING));
        }

        assertThat(numbers).doesNotHaveDuplicates().hasSize(350);
    }

    @Test
    void a_node_that_starts_again_gives_no_number_twice() {
        String before = new PetitionNumbers(gateway).next(MORNING);
        String after = new PetitionNumbers(gateway).next(MORNING);

        assertThat(List.of(before, after)).containsExactly("JY20230306000001", "JY20230306000051");
    }

    @Test
    void many_threads_of_two_nodes_never_get_the_same_number() throws InterruptedException, ExecutionException {
        List<PetitionNumbers> nodes = List.of(new PetitionNumbers(gateway), new PetitionNumbers(gateway));
        Collection<String> numbers = new ConcurrentSkipListSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                PetitionNumbers node = nodes.get(i % 2);
                work.add(threads.submit(() -> IntStream.range(0, 250).forEach(n -> numbers.add(node.next(MORNING)))));
            }
            for (Future<?> done : work) {
                done.get();
            }
        }
        assertThat(numbers).hasSize(2_000);
    }
}
