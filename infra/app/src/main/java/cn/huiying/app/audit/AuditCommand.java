package cn.huiying.app.audit;

import cn.huiying.audit.InvalidProof;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.StoreVerifier;
import cn.huiying.eventstore.StoredLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

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
        if (!Files.isRegularFile(file)) {
            throw new InvalidProof("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(keyFile)) {
            throw new InvalidProof("There is no file " + keyFile + " with the public key.");
        }
        NoteKey key = NoteKey.parse(Files.readString(keyFile));
        return isStore(file) ? store(file, key) : bundle(file, key);
    }

    private static boolean isStore(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3");
        }
    }

    private static int store(Path file, NoteKey key) {
        Path folder = file.toAbsolutePath().resolveSibling("audit");
        try (StoredLog log = new StoredLog(file)) {
            Iterable<byte[]> entries = () -> StreamSupport.stream(log.entries().spliterator(), false)
                    .map(LogEntry::bytes)
                    .iterator();
            StoreVerifier.Findings findings = new StoreVerifier(entries, folder, key).verify();
            return tell(
                    findings.faults(),
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
