package cn.huiying.query.supervision;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.supervision.LeaderInstructionRecorded;
import cn.huiying.shared.supervision.LeaderInstructionRecorded.Addressee;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the list shows of a leader's instruction; nothing happens to it any more.
 *
 * @param topic null where it is about petitions alone
 * @param report id of the special report it is about; null for others
 * @param dueOn null where none is given
 */
record ListedInstruction(
        String id,
        String topic,
        String report,
        List<String> petitions,
        List<String> agencies,
        LocalDate dueOn,
        Instant recordedAt) {

    static ListedInstruction of(LeaderInstructionRecorded event) {
        return new ListedInstruction(
                event.instructionId().value(),
                event.topic(),
                event.report(),
                event.petitions().stream().map(PetitionId::value).toList(),
                event.addressees().stream().map(Addressee::agency).toList(),
                event.dueOn(),
                event.at());
    }
}
