package cn.huiying.app.audit;

import cn.huiying.audit.AuditTree.Signed;
import cn.huiying.audit.LogEntry;
import cn.huiying.audit.SignedNote;
import cn.huiying.eventstore.LogSearch;
import cn.huiying.eventstore.ProvenLog;
import cn.huiying.shared.deadline.DeadlinePolicyPublished;
import cn.huiying.shared.deadline.DeadlinePolicyRetired;
import cn.huiying.shared.serialization.EventSchemas;
import cn.huiying.shared.time.CalendarCorrected;
import cn.huiying.shared.time.CalendarImported;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes auditors' bundles. */
final class BundleWriter {

    private static final Set<Class<?>> TIME_RULES = Set.of(
            CalendarImported.class,
            CalendarCorrected.class,
            DeadlinePolicyPublished.class,
            DeadlinePolicyRetired.class);

    private static final String TEXT =
            """
            揭阳“急难愁盼我来办”审计包 · An auditor's bundle of the message platform

            核验 To verify:  java -jar huiying.jar audit BUNDLE KEY
              KEY 是另经可靠途径取得的公钥文件。 KEY is a file with the public key, had by another way that you trust.

            manifest           签名清单:其余各文件的散列值。 Signed: the SHA-256 of every other file.
            checkpoint         签名检查点(C2SP tlog-checkpoint)。 Signed head of the Merkle tree (RFC 9162).
            events             事件原文,每条前置 4 字节长度。 The events as they are hashed, each with its length in 4 bytes before it:
                               1 byte suite (1 = SHA-256), 8 bytes position, then stream, sequence (8 bytes), stream type, event id, time
                               recorded, type, revision, payload, metadata: each with its length in 4 bytes before it, -1 for none; all
                               numbers big-endian. The leaf hash is SHA-256 over a byte 0 and these bytes.
            leaves             各事件的叶散列。 The leaf hashes of the events.
            beside             通向根散列的旁侧散列。 The hashes beside the range that lead to the root.
            time-rules.ndjson  工作日历与时限政策。 Calendar and deadline policies up to the last event.
            digests.json       各数据视图的摘要,可重放比对。 What each read model held at a position; replayed and compared with
                               java -jar huiying.jar audit BUNDLE KEY FOLDER
            golden/            各事件类型的样例。 A sample of each kind of event and revision in the range.
            schemas/           各事件类型现行版本内容的 JSON Schema;旧版本只有样例。 A JSON Schema (draft 2020-12) of the payload of each kind of
                               event in the range, where its revision is the present one; an older revision has its sample only.
            """;

    private final ProvenLog proven;
    private final LogKey key;
    private final JsonMapper json;

    BundleWriter(ProvenLog proven, LogKey key, JsonMapper json) {
        this.proven = proven;
        this.key = key;
        this.json = json;
    }

    /**
     * Writes a bundle of a range of events that a checkpoint covers.
     *
     * @param from position of the first
     * @param to   position of the last
     * @param held what the read models hold, none of them beyond the last
     */
    void write(OutputStream out, long from, long to, Signed checkpoint, Map<String, Held> held) throws IOException {
        Set<String> types = TIME_RULES.stream().map(Class::getName).collect(Collectors.toUnmodifiableSet());
        // Before anything is sent: the proof of the range says nothing of what comes before it.
        List<LogEntry> earlierRules = new ArrayList<>();
        AtomicLong expected = new AtomicLong(1);
        each(LogSearch.ALL, 0, from - 1, entry -> {
            long position = expected.getAndIncrement();
            if (!Arrays.equals(entry.leafHash(), proven.tree().leafHash(position))) {
                throw new IOException(
                        "Event " + position + " is not the one that was signed, and the rules of time before the"
                                + " range could be others: the log was altered. Verify it.");
            }
            if (types.contains(entry.type())) {
                earlierRules.add(entry);
            }
        });
        Files files = new Files(out);
        files.add(BundleFormat.README, TEXT.getBytes(StandardCharsets.UTF_8));
        files.add(BundleFormat.CHECKPOINT, checkpoint.note().getBytes(StandardCharsets.UTF_8));
        Set<String> kinds = new TreeSet<>();
        files.add(BundleFormat.EVENTS, file -> {
            DataOutputStream data = new DataOutputStream(file);
            each(LogSearch.ALL, from - 1, to, entry -> {
                byte[] bytes = entry.bytes();
                data.writeInt(bytes.length);
                data.write(bytes);
                kinds.add(entry.type().substring(entry.type().lastIndexOf('.') + 1) + "." + entry.revision());
            });
            data.flush();
        });
        // As they were kept: those of a store that was altered would hide where.
        files.add(BundleFormat.LEAVES, file -> {
            for (long position = from; position <= to; position++) {
                file.write(proven.tree().leafHash(position));
            }
        });
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        for (byte[] hash :
                proven.tree().beside(from, to, checkpoint.checkpoint().size())) {
            beside.write(hash);
        }
        files.add(BundleFormat.BESIDE, beside.toByteArray());
        files.add(BundleFormat.TIME_RULES, file -> {
            EachEntry line = entry -> {
                file.write(json.writeValueAsBytes(LoggedEvent.of(entry, json)));
                file.write('\n');
            };
            for (LogEntry rule : earlierRules) {
                line.take(rule);
            }
            each(LogSearch.ofTypes(types), from - 1, to, line);
        });
        if (!held.isEmpty()) {
            files.add(BundleFormat.DIGESTS, json.writeValueAsBytes(held));
        }
        for (String kind : kinds) {
            try (InputStream sample = BundleWriter.class.getResourceAsStream("/golden/" + kind + ".json")) {
                if (sample != null) {
                    files.add(BundleFormat.GOLDEN + kind + ".json", sample.readAllBytes());
                }
            }
            Optional<String> schema = EventSchemas.of(kind);
            if (schema.isPresent()) {
                files.add(BundleFormat.SCHEMAS + kind + ".json", schema.get().getBytes(StandardCharsets.UTF_8));
            }
        }
        files.finish(from, to, checkpoint.checkpoint().size());
    }

    private interface EachEntry {
        void take(LogEntry entry) throws IOException;
    }

    private void each(LogSearch search, long after, long to, EachEntry each) throws IOException {
        final int some = 1_000;
        for (long from = after; ; ) {
            List<LogEntry> entries = proven.log().entries(search, from, to, false, some);
            for (LogEntry entry : entries) {
                each.take(entry);
            }
            if (entries.size() < some) {
                return;
            }
            from = entries.getLast().position();
        }
    }

    private interface Content {
        void write(OutputStream file) throws IOException;
    }

    /** The files of the ZIP, and what the manifest says of them. */
    private final class Files {

        /** The same content is the same bundle: files of a ZIP have a time, so it is always the first that there is. */
        private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

        private final ZipOutputStream zip;
        private final List<String> manifest = new ArrayList<>();

        Files(OutputStream out) {
            zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_SPEED);
        }

        void add(String name, byte[] content) throws IOException {
            add(name, file -> file.write(content));
        }

        void add(String name, Content content) throws IOException {
            begin(name);
            Digested digested = new Digested(zip);
            content.write(digested);
            zip.closeEntry();
            manifest.add("sha256 " + digested.hash() + " " + digested.length + " " + name);
        }

        private void begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
        }

        void finish(long from, long to, long size) throws IOException {
            String body = BundleFormat.NAME + "\n" + key.publicKey().name() + "\nevents " + from + " " + to
                    + "\ncheckpoint " + size + "\n" + String.join("\n", manifest) + "\n";
            begin(BundleFormat.MANIFEST);
            zip.write(SignedNote.sign(body, key.publicKey(), key.privateKey()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
        }
    }

    private static final class Digested extends FilterOutputStream {

        private final MessageDigest sha256;
        private long length;

        Digested(OutputStream out) {
            super(out);
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            sha256.update(bytes, offset, count);
            length += count;
            out.write(bytes, offset, count);
        }

        String hash() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
