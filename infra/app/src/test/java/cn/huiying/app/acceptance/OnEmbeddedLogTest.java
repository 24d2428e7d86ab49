package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.eventstore.TailingEventStore;
import cn.huiying.query.common.TokensAfterDocuments;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The one-process default. */
class OnEmbeddedLogTest extends PlatformAcceptance {

    @Autowired
    private EventStore eventStore;

    @Autowired
    private CommandBus commandBus;

    @Autowired
    private Map<String, Serializer> serializers;

    @Autowired
    private EventProcessingConfiguration processing;

    @Test
    void every_infrastructure_bean_is_the_one_that_was_chosen() {
        assertThat(eventStore).isInstanceOf(TailingEventStore.class);
        assertThat(commandBus).isInstanceOf(SimpleCommandBus.class);
        assertThat(serializers.values()).isNotEmpty().allMatch(Jackson3Serializer.class::isInstance);
        assertThat(processing.eventProcessors())
                .containsOnlyKeys("listing", "work-queue", "agency-directory", "open-windows");
        processing.eventProcessors().forEach((name, processor) -> {
            assertThat(processor).isInstanceOf(TrackingEventProcessor.class);
            assertThat(processing.tokenStore(name)).isInstanceOf(TokensAfterDocuments.class);
        });
    }
}
