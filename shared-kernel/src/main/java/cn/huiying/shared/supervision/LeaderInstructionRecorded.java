package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 领导批示: a city leader instructs agencies about petitions or a topic.
 *
 * @param topic null where it is about petitions alone
 * @param report id of the special report it is about; null for others, and in revision 1
 * @param dueOn until when it is to be done; null where none is given
 */
@Revision("2")
public record LeaderInstructionRecorded(
        InstructionId instructionId,
        String topic,
        String report,
        List<PetitionId> petitions,
        String text,
        List<Addressee> addressees,
        LocalDate dueOn,
        Instant at) {

    /**
     * An agency that is instructed.
     *
     * @param order     id of the supervision order that the platform drafts for it; null where it never had one of the petitions in hand
     * @param petitions those of the petitions that it has, or had, in hand
     */
    public record Addressee(String agency, SupervisionOrderId order, List<PetitionId> petitions) {}
}
