package cn.huiying.command.petition.lapsing;

import cn.huiying.shared.petition.PetitionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A due list without a store. */
class OpenWindowsInMemory implements OpenWindows {

    final Map<String, Window> open = new TreeMap<>();
    int writes;

    OpenWindowsInMemory(Window... windows) {
        for (Window window : windows) {
            open.put(window.petitionId().value(), window);
        }
    }

    @Override
    public void update(Collection<Window> opened, Collection<PetitionId> shut) {
        writes++;
        opened.forEach(window -> open.put(window.petitionId().value(), window));
        shut.forEach(petition -> open.remove(petition.value()));
    }

    @Override
    public List<Window> endedBy(Instant moment, int limit) {
        return new ArrayList<>(open.values())
                .stream()
                        .filter(window -> !window.dueAt().isAfter(moment))
                        .sorted(Comparator.comparing(Window::dueAt))
                        .limit(limit)
                        .toList();
    }

    @Override
    public void clear() {
        open.clear();
    }
}
