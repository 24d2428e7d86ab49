package cn.huiying.command.supervision;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Refused;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Supervision: orders, proposals, leaders' instructions and media leads. */
@Configuration(proxyBeanMethods = false)
public class SupervisionConfiguration {

    @Bean
    SupervisedPetitions supervisedPetitions(EventStore eventStore) {
        return new EventSourcedSupervisedPetitions(eventStore);
    }

    @Bean
    SupervisionOrders supervisionOrders(EventStore eventStore) {
        return order -> {
            if (!eventStore.readEvents(order.toString()).hasNext()) {
                throw Refused.byRule("order-not-found", "没有找到督办件 " + order + "。", "There is no order " + order + ".");
            }
        };
    }

    @Bean
    SupervisionDoor supervisionDoor(
            CommandDoor door, DossierDoor dossiers, AttachmentContents contents, EventStore eventStore) {
        return new SupervisionDoor(door, dossiers, contents, eventStore);
    }
}
