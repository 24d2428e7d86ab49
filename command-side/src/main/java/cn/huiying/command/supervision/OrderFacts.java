package cn.huiying.command.supervision;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionOrderDrafted;
import cn.huiying.shared.supervision.SupervisionOrderId;
import java.util.List;

/**
 * What stays with an order through its stages.
 *
 * @param agency   directory code of the supervised agency
 * @param answers  how often the agency answered so far
 * @param recorded whether what was done offline is on record
 */
record OrderFacts(
        SupervisionOrderId orderId,
        SupervisionForm form,
        SupervisionChannel channel,
        String agency,
        List<PetitionId> petitions,
        int answers,
        boolean recorded) {

    static OrderFacts of(SupervisionOrderDrafted event) {
        return new OrderFacts(
                event.orderId(), event.form(), event.channel(), event.agency(), event.petitions(), 0, false);
    }

    OrderFacts as(SupervisionForm changedForm, SupervisionChannel changedChannel) {
        return new OrderFacts(orderId, changedForm, changedChannel, agency, petitions, answers, recorded);
    }

    OrderFacts to(String successor) {
        return new OrderFacts(orderId, form, channel, successor, petitions, answers, recorded);
    }

    OrderFacts answered() {
        return new OrderFacts(orderId, form, channel, agency, petitions, answers + 1, recorded);
    }

    OrderFacts onRecord() {
        return new OrderFacts(orderId, form, channel, agency, petitions, answers, true);
    }
}
