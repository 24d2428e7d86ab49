package cn.huiying.app.audit;

import cn.huiying.app.rebuilding.ReadModels;
import cn.huiying.audit.InvalidProof;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.StoreVerifier;
import cn.huiying.eventstore.StoredLog;
import cn.huiying.query.common.ReadPositions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor does away from the platform, with a bundle or a store's file and the public key. */
public final class AuditCommand {

    private AuditCommand() {}

    /**
     * Verifies and prints what was found.
     *
     * @param file    a bundle, or a store's file with the folder {@code audit} beside it
     * @param keyFile with the public key
     * @return 0 where everything is as it was signed, else 1
     */
    public static int run(Path file, Path keyFile) throws IOException {
        NoteKey key = key(file, keyFile);
        return isStore(file) ? store(file, key, List.of()) : bundle(file, key);
    }

    private static NoteKey key(Path file, Path keyFile) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidProof("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(keyFile)) {
            throw new InvalidProof("There is no file " + keyFile + " with the public key.");
        }
        return NoteKey.parse(Files.readString(keyFile));
    }

    private static boolean isStore(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3");
        }
    }

    /** @param witness a checkpoint, or a folder of some */
    private static int against(Path file, NoteKey key, Path witness) throws IOException {
        if (Files.notExists(witness)) {
            throw new InvalidProof("There is neither a checkpoint nor a folder of them at " + witness + ".");
        }
        List<Path> files = List.of(witness);
        if (Files.isDirectory(witness)) {
            try (Stream<Path> all = Files.list(witness)) {
                files = all.filter(Files::isRegularFile)
                        .filter(each -> each.getFileName().toString().endsWith(".txt"))
                        .toList();
            }
        }
        if (files.isEmpty()) {
            throw new InvalidProof("There is no checkpoint in " + witness + ".");
        }
        List<String> witnessed = new ArrayList<>();
        for (Path each : files) {
            witnessed.add(Files.readString(each));
        }
        return store(file, key, witnessed);
    }

    /**
     * Verifies a store's file, also against the checkpoints that a witness has kept; or verifies a bundle, writes its log into a folder
     * of its own, folds the read models from it and compares them with what they held.
     *
     * @param folder the witness's folder, or one checkpoint; for a bundle it has to be empty, or not to be there
     * @param start  starts the platform on a folder, without doors
     */
    public static int replay(Path file, Path keyFile, Path folder, Function<Path, ConfigurableApplicationContext> start)
            throws IOException, InterruptedException {
        NoteKey key = key(file, keyFile);
        if (isStore(file)) {
            return against(file, key, folder);
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new InvalidProof(folder + " is not empty; name a folder for the replay that is.");
        }
        int status = run(file, keyFile);
        if (status != 0) {
            return status;
        }
        try (Bundle bundle = new Bundle(file)) {
            Map<String, Held> held = bundle.held(JsonMapper.shared());
            if (held.isEmpty()) {
                throw new InvalidProof(
                        "The bundle does not say what the read models held: only one that begins with the first"
                                + " event does.");
            }
            Files.createDirectories(folder);
            StoredLog.write(folder.resolve("events.sqlite"), () -> StreamSupport.stream(
                            bundle.events(1).spliterator(), false)
                    .map(LogEntry::parse)
                    .iterator());
            try (ConfigurableApplicationContext platform = start.apply(folder)) {
                return compare(platform.getBean(ReadModels.class), platform.getBean(ReadPositions.class), held);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static int compare(ReadModels models, ReadPositions positions, Map<String, Held> held)
            throws InterruptedException {
        for (String name : new TreeMap<>(held).keySet()) {
            if (!models.names().contains(name)) {
                throw new InvalidProof(
                        "The bundle says what “" + name
                                + "” held, a read model that this release does not have; replay it with the release that made it.");
            }
        }
        int status = 0;
        for (Map.Entry<String, Held> model : new TreeMap<>(held).entrySet()) {
            long position = model.getValue().position();
            for (long reached = positions.of(model.getKey());
                    !positions.await(model.getKey(), position, Duration.ofMinutes(1));
                    reached = positions.of(model.getKey())) {
                Optional<String> fault = models.fault(model.getKey());
                if (fault.isPresent() && positions.of(model.getKey()) == reached) {
                    throw new InvalidProof(model.getKey() + " can't be folded behind event " + reached + " of "
                            + position + ": " + fault.get() + ".");
                }
                System.out.println(model.getKey() + " is at " + positions.of(model.getKey()) + " of " + position + ".");
            }
            ReadModels.Digest now = models.digestAt(model.getKey(), position);
            boolean same = now.digest().equals(model.getValue().digest());
            System.out.println(model.getKey() + " at event " + position + ": "
                    + (same
                            ? "the same " + now.documents() + " documents."
                            : "something else: " + now.digest() + " instead of "
                                    + model.getValue().digest() + "."));
            status = same ? status : 1;
        }
        return status;
    }

    private static int store(Path file, NoteKey key, List<String> witnessed) {
        Path folder = file.toAbsolutePath().resolveSibling("audit");
        try (StoredLog log = new StoredLog(file)) {
            Iterable<byte[]> entries = () -> StreamSupport.stream(log.entries().spliterator(), false)
                    .map(LogEntry::bytes)
                    .iterator();
            StoreVerifier.Findings findings = new StoreVerifier(entries, folder, key, witnessed).verify();
            List<String> faults = new ArrayList<>(findings.faults());
            faults.addAll(log.faults());
            return tell(
                    faults,
                    "The log is the one that was signed: " + findings.signed() + " events, "
                            + findings.checkpoints() + " checkpoints of " + key.name() + "."
                            + (findings.unsigned() == 0
                                    ? ""
                                    : " " + findings.unsigned() + " events after them are not signed yet."));
        }
    }

    private static int bundle(Path file, NoteKey key) throws IOException {
        try (Bundle bundle = new Bundle(file)) {
            Bundle.Manifest manifest = bundle.manifest(key);
            return tell(
                    bundle.faults(manifest),
                    "The bundle is the one that was signed: events " + manifest.from() + " to " + manifest.to()
                            + " of " + key.name() + ", at checkpoint "
                            + manifest.checkpoint().size() + ".");
        }
    }

    private static int tell(List<String> faults, String sound) {
        if (faults.isEmpty()) {
            System.out.println(sound);
            return 0;
        }
        faults.forEach(fault -> System.out.println(Character.toUpperCase(fault.charAt(0)) + fault.substring(1) + "."));
        return 1;
    }
}
