package cn.huiying.app.importing;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.suspending.SuspendAgency;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyEvent;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.rule.Actor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Replaces the directory of agencies by that of a file, one JSON object a line: what is missing there is suspended. */
public class DirectoryCommand {

    private final CommandDoor door;
    private final EventStore eventStore;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    DirectoryCommand(CommandDoor door, EventStore eventStore, ObjectMapper mapper, InstantSource clock) {
        this.door = door;
        this.eventStore = eventStore;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Replaces the directory and prints what came of it; the same file again changes nothing.
     *
     * @return the exit status
     * @throws IllegalArgumentException naming the first bad line; nothing changed then
     */
    public int run(String file) throws IOException, InterruptedException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Map<String, AgencyEntry> directory = read(in);
            Set<String> missing = registered();
            missing.removeAll(directory.keySet());
            DirectoryData.register(directory.values(), door, clock.instant());
            for (String code : missing) {
                door.send(new SuspendAgency(AgencyId.of(code), "不在新的单位目录中", clock.instant()), Actor.SYSTEM, Map.of());
            }
            System.out.printf(
                    "The directory has %d agencies now; %d that are not in the file are suspended.%n",
                    directory.size(), missing.size());
            return 0;
        }
    }

    /** What ships with the platform, for a log that has no agency yet. */
    void registerShippedIfEmpty() throws InterruptedException, IOException {
        if (registered().isEmpty()) {
            DirectoryData.register(DirectoryData.shipped(mapper), door, clock.instant());
        }
    }

    private Map<String, AgencyEntry> read(InputStream in) throws IOException {
        Map<String, AgencyEntry> directory = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                AgencyEntry entry = mapper.readValue(line, AgencyEntry.class);
                if (entry.code() == null || !entry.code().matches("\\d{6}-\\d{3}")) {
                    throw new IllegalArgumentException("line " + number + ": the code must look like 445224-101.");
                }
                if (entry.name() == null || entry.level() == null || entry.kind() == null || entry.district() == null) {
                    throw new IllegalArgumentException(
                            "line " + number + ": name, level, district and kind are required.");
                }
                if (directory.put(entry.code(), entry) != null) {
                    throw new IllegalArgumentException(
                            "line " + number + ": code " + entry.code() + " stands there twice.");
                }
            } catch (JacksonException | NullPointerException e) {
                throw new IllegalArgumentException("line " + number + ": this is not an agency in JSON.", e);
            }
        }
        directory.values().forEach(entry -> requireSuperiors(entry, directory));
        return directory;
    }

    private static void requireSuperiors(AgencyEntry entry, Map<String, AgencyEntry> directory) {
        Set<String> seen = new HashSet<>();
        for (AgencyEntry current = entry; current.parent() != null; current = directory.get(current.parent())) {
            if (!directory.containsKey(current.parent()) || !seen.add(current.code())) {
                throw new IllegalArgumentException("agency " + current.code() + ": its superior " + current.parent()
                        + " is missing or below itself.");
            }
        }
    }

    /** Reads the whole log: the command side keeps no list of agencies. */
    private Set<String> registered() throws InterruptedException {
        Set<String> codes = new TreeSet<>();
        try (BlockingStream<TrackedEventMessage<?>> log = eventStore.openStream(null)) {
            while (log.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                TrackedEventMessage<?> event = log.nextAvailable();
                if (AgencyEvent.class.isAssignableFrom(event.getPayloadType())) {
                    codes.add(((AgencyEvent) event.getPayload()).agencyId().code());
                }
            }
        }
        return codes;
    }
}
