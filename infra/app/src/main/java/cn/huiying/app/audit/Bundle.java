package cn.huiying.app.audit;

import cn.huiying.audit.Checkpoint;
import cn.huiying.audit.InvalidProof;
import cn.huiying.audit.LogVerifier;
import cn.huiying.audit.NoteKey;
import cn.huiying.audit.SignedNote;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** An auditor's bundle, to be verified with nothing but itself and the public key. */
final class Bundle implements AutoCloseable {

    /** Of a file that is read as a whole. */
    private static final int LARGEST = 16 << 20;

    /** More than a proof has in a log of any length. */
    private static final int MOST_BESIDE = 256;

    /** No event is so long. */
    private static final int LONGEST = 64 << 20;

    private static final Pattern FILE = Pattern.compile("sha256 ([0-9a-f]{64}) (\\d{1,18}) (\\S+)");
    private static final Pattern EVENTS = Pattern.compile("events (\\d{1,18}) (\\d{1,18})");

    private final Path path;
    private final ZipFile zip;

    /** @throws InvalidProof where it is no bundle, or was cut off */
    Bundle(Path path) throws IOException {
        this.path = path;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new InvalidProof(path + " is not a bundle, or it was cut off: " + e.getMessage());
        }
    }

    /**
     * What a bundle says of itself, signed.
     *
     * @param from position of the first event
     * @param to   position of the last one
     */
    record Manifest(long from, long to, Checkpoint checkpoint, Map<String, String> hashes) {

        long events() {
            return to - from + 1;
        }
    }

    /**
     * Reads the manifest and the checkpoint.
     *
     * @throws InvalidProof where this key did not sign them, or something is there that they do not name
     */
    Manifest manifest(NoteKey key) throws IOException {
        String[] lines = SignedNote.open(text(BundleFormat.MANIFEST), key).split("\n");
        Matcher events = EVENTS.matcher(lines.length > 2 ? lines[2] : "");
        if (!lines[0].equals(BundleFormat.NAME) || !events.matches()) {
            throw new InvalidProof("the manifest is not one of a bundle that is known here");
        }
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : List.of(lines).subList(4, lines.length)) {
            Matcher file = FILE.matcher(line);
            if (!file.matches()) {
                throw new InvalidProof("a line of the manifest is malformed");
            }
            hashes.put(file.group(3), file.group(1));
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!hashes.containsKey(name) && !name.equals(BundleFormat.MANIFEST)) {
                throw new InvalidProof("the file “" + name + "” does not belong to the bundle");
            }
        }
        Checkpoint checkpoint = Checkpoint.open(text(BundleFormat.CHECKPOINT), key);
        return new Manifest(Long.parseLong(events.group(1)), Long.parseLong(events.group(2)), checkpoint, hashes);
    }

    /** The first fault of the events, and each other file that was altered; none where all is as it was signed. */
    List<String> faults(Manifest manifest) throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            new LogVerifier(
                            events(manifest.from()),
                            Optional.of(() -> hashes(BundleFormat.LEAVES).iterator()),
                            manifest.from(),
                            manifest.to(),
                            hashes(BundleFormat.BESIDE).limit(MOST_BESIDE).toList(),
                            manifest.checkpoint())
                    .fault()
                    .ifPresent(faults::add);
        } catch (InvalidProof e) {
            faults.add(e.getMessage());
        }
        for (Map.Entry<String, String> file : manifest.hashes().entrySet()) {
            if (zip.getEntry(file.getKey()) == null) {
                faults.add("the file “" + file.getKey() + "” is missing");
            } else if (!file.getValue().equals(hash(file.getKey()))) {
                faults.add("the file “" + file.getKey() + "” was altered");
            }
        }
        return faults;
    }

    /** What the read models held; empty where the bundle does not say. */
    Map<String, Held> held(ObjectMapper json) {
        return zip.getEntry(BundleFormat.DIGESTS) == null
                ? Map.of()
                : json.readValue(read(BundleFormat.DIGESTS), new TypeReference<>() {});
    }

    /**
     * Each event as it is hashed.
     *
     * @param from position of the first
     */
    Iterable<byte[]> events(long from) {
        return () -> new Events(from);
    }

    private final class Events implements Iterator<byte[]> {

        private final DataInputStream in =
                new DataInputStream(new BufferedInputStream(open(BundleFormat.EVENTS), 1 << 16));
        private byte[] next;
        /** Of the one that is read next. */
        private long position;

        Events(long from) {
            position = from;
            advance();
        }

        private void advance() {
            try {
                int first = in.read();
                if (first < 0) {
                    next = null;
                    in.close();
                    return;
                }
                int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
                if (length < 0 || length > LONGEST) {
                    throw new InvalidProof(
                            "the file “events” was altered: the length of event " + position + " is impossible");
                }
                next = in.readNBytes(length);
                if (next.length < length) {
                    throw new EOFException();
                }
                position++;
            } catch (EOFException e) {
                throw new InvalidProof("the file “events” ends in the middle of event " + position);
            } catch (IOException e) {
                throw unpacking(BundleFormat.EVENTS, e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            byte[] event = next;
            advance();
            return event;
        }
    }

    /** One after the other, for there is one for each event. */
    private Stream<byte[]> hashes(String name) {
        InputStream in = new BufferedInputStream(open(name), 1 << 16);
        return Stream.generate(() -> {
                    try {
                        return in.readNBytes(Checkpoint.HASH_LENGTH);
                    } catch (IOException e) {
                        throw unpacking(name, e);
                    }
                })
                .takeWhile(hash -> hash.length == Checkpoint.HASH_LENGTH);
    }

    private static InvalidProof unpacking(String name, IOException e) {
        return new InvalidProof("the file “" + name + "” can't be unpacked: " + e.getMessage());
    }

    private String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private byte[] read(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidProof(
                        "the file “" + name + "” has more than " + LARGEST + " bytes, which no bundle has");
            }
            return bytes;
        } catch (IOException e) {
            throw unpacking(name, e);
        }
    }

    private InputStream open(String name) {
        try {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new InvalidProof(path + " is not a bundle: it has no file “" + name + "”");
            }
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw unpacking(name, e);
        }
    }

    private String hash(String name) throws IOException {
        try (InputStream in = open(name)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[1 << 16];
            for (int count; (count = in.read(some)) > 0; ) {
                sha256.update(some, 0, count);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (ZipException | EOFException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
