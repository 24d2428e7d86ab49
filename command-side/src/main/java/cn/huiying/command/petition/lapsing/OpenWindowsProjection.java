package cn.huiying.command.petition.lapsing;

import cn.huiying.command.petition.lapsing.OpenWindows.Kind;
import cn.huiying.command.petition.lapsing.OpenWindows.Window;
import cn.huiying.shared.petition.CorrectionLapsed;
import cn.huiying.shared.petition.CorrectionRequested;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionCorrected;
import cn.huiying.shared.petition.PetitionEvaluated;
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

    // Exact types, so that the framework passes over every other event without decoding it.

    @EventHandler
    void on(CorrectionRequested event, UnitOfWork<?> batch) {
        open(batch, new Window(event.petitionId(), Kind.CORRECTION, event.correctBy()));
    }

    @EventHandler
    void on(PetitionResolved event, UnitOfWork<?> batch) {
        open(batch, new Window(event.petitionId(), Kind.EVALUATION, event.evaluateBy()));
    }

    @EventHandler
    void on(PetitionCorrected event, UnitOfWork<?> batch) {
        shut(batch, event.petitionId());
    }

    @EventHandler
    void on(CorrectionLapsed event, UnitOfWork<?> batch) {
        shut(batch, event.petitionId());
    }

    @EventHandler
    void on(PetitionEvaluated event, UnitOfWork<?> batch) {
        shut(batch, event.petitionId());
    }

    @EventHandler
    void on(PetitionClosed event, UnitOfWork<?> batch) {
        shut(batch, event.petitionId());
    }

    @EventHandler
    void on(PetitionWithdrawn event, UnitOfWork<?> batch) {
        shut(batch, event.petitionId());
    }

    @ResetHandler
    void reset() {
        windows.clear();
    }

    private void open(UnitOfWork<?> batch, Window window) {
        changes(batch).put(window.petitionId(), window);
    }

    private void shut(UnitOfWork<?> batch, PetitionId petition) {
        changes(batch).put(petition, null);
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
