package cn.huiying.command.petition.lapsing;

import cn.huiying.command.petition.lapsing.OpenWindows.Kind;
import cn.huiying.command.petition.lapsing.OpenWindows.Window;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionWithdrawn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Keeps the due list. What opens or shuts a window is written once a batch; writing it twice changes nothing. */
@ProcessingGroup("open-windows")
class OpenWindowsProjection {

    private final OpenWindows windows;

    OpenWindowsProjection(OpenWindows windows) {
        this.windows = windows;
    }

    @EventHandler
    void on(PetitionEvent event, UnitOfWork<?> batch) {
        switch (event) {
            case CorrectionRequested e ->
                changes(batch).put(e.petitionId(), new Window(e.petitionId(), Kind.CORRECTION, e.correctBy()));
            case PetitionResolved e ->
                changes(batch).put(e.petitionId(), new Window(e.petitionId(), Kind.EVALUATION, e.evaluateBy()));
            case PetitionCorrected e -> changes(batch).put(e.petitionId(), null);
            case CorrectionLapsed e -> changes(batch).put(e.petitionId(), null);
            case PetitionEvaluated e -> changes(batch).put(e.petitionId(), null);
            case PetitionClosed e -> changes(batch).put(e.petitionId(), null);
            case PetitionWithdrawn e -> changes(batch).put(e.petitionId(), null);
            default -> {}
        }
    }

    @ResetHandler
    void reset() {
        windows.clear();
    }

    /** The last word on each petition of the batch; null shuts its window. */
    private Map<PetitionId, Window> changes(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(getClass().getName(), key -> {
            Map<PetitionId, Window> changes = new LinkedHashMap<>();
            batch.onPrepareCommit(unit -> {
                Set<PetitionId> shut = changes.entrySet().stream()
                        .filter(entry -> entry.getValue() == null)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                windows.update(
                        changes.values().stream().filter(Objects::nonNull).toList(), shut);
            });
            return changes;
        });
    }
}
