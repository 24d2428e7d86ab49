package cn.huiying.app.importing;

import cn.huiying.command.account.AccountSettings;
import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TextLimits;
import cn.huiying.command.numbering.PetitionNumbers;
import cn.huiying.command.petition.PetitionOverview;
import cn.huiying.command.petition.door.PetitionCommands;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.privacy.Vault;
import jakarta.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.ObjectMapper;

/** Imports a file of historical messages, one JSON object a line. */
public class ImportCommand {

    /** So many messages at once share the log's fsyncs. */
    private static final int AT_ONCE = 64;

    private final CommandDoor door;
    private final PetitionNumbers numbers;
    private final PetitionOverview petitions;
    private final Accounts accounts;
    private final AccountSettings settings;
    private final Vault vault;
    private final ObjectMapper mapper;
    private final Validator validator;
    private final TextLimits limits;
    private final Map<String, String> districts;
    private final ListedValues listed;
    private final DirectoryCommand registering;
    private final InstantSource clock;

    ImportCommand(
            CommandDoor door,
            PetitionNumbers numbers,
            PetitionOverview petitions,
            Accounts accounts,
            AccountSettings settings,
            Vault vault,
            ObjectMapper mapper,
            Validator validator,
            TextLimits limits,
            Map<String, String> districts,
            ListedValues listed,
            DirectoryCommand registering,
            InstantSource clock) {
        this.door = door;
        this.numbers = numbers;
        this.petitions = petitions;
        this.accounts = accounts;
        this.settings = settings;
        this.vault = vault;
        this.mapper = mapper;
        this.validator = validator;
        this.limits = limits;
        this.districts = districts;
        this.listed = listed;
        this.registering = registering;
        this.clock = clock;
    }

    /** What an import came to. */
    record Summary(int lines, int imported, int unchanged, Map<Integer, String> bad, Duration took) {}

    /** @param text null where the line can't be decoded */
    private record Line(int number, String text) {}

    /**
     * Refuses what can't be a file of messages.
     *
     * @throws IllegalArgumentException saying in one sentence what is wrong
     */
    public static void check(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(file + " is a folder; name a file with one JSON object a line.");
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("There is no file " + file + " that can be read.");
        }
        if (Files.size(path) == 0) {
            throw new IllegalArgumentException(file + " is empty; there is nothing to import.");
        }
    }

    /**
     * Imports a file and prints how it goes.
     *
     * @return the exit status: 0, or 1 where a line was bad
     */
    public int run(String file) throws IOException, InterruptedException {
        Path path = Path.of(file);
        Summary summary;
        try (InputStream in = Files.newInputStream(path)) {
            String name = path.getFileName().toString();
            summary = bringIn(in, name.replaceAll("\\.[^.]*$", ""), System.out);
        }
        summary.bad().forEach((number, reason) -> System.out.println("line " + number + ": " + reason));
        System.out.printf(
                "%d lines: %d imported, %d were here already, %d bad; %.1f s, %.0f a second.%n",
                summary.lines(),
                summary.imported(),
                summary.unchanged(),
                summary.bad().size(),
                summary.took().toMillis() / 1e3,
                summary.lines() * 1e3 / Math.max(1, summary.took().toMillis()));
        return summary.bad().isEmpty() ? 0 : 1;
    }

    /** @param source names where the messages are from; the same source again doubles nothing */
    Summary bringIn(InputStream in, String source, PrintStream progress) throws IOException, InterruptedException {
        Instant start = clock.instant();
        registering.registerShippedIfEmpty();
        List<AgencyEntry> directory = DirectoryData.shipped(mapper);
        Map<String, TextLimits.Range> lenient = new HashMap<>(limits.byField());
        // Another board accepted these titles; the least length is asked of new posts.
        lenient.put("title", new TextLimits.Range(1, 60));
        Importer importer = new Importer(
                door,
                new PetitionCommands(
                        new Bodies(mapper, validator, vault, new TextLimits(lenient)), accounts, vault, listed),
                numbers,
                petitions,
                accounts,
                vault,
                new Inference(new DispatchRule(directory, DirectoryData.CITY)),
                source,
                settings.noticeVersion(),
                start);
        Map<Integer, String> bad = new ConcurrentSkipListMap<>();
        Map<Integer, Message> later = new TreeMap<>();
        AtomicInteger imported = new AtomicInteger();
        AtomicInteger unchanged = new AtomicInteger();
        List<Line> lines = read(in, bad);
        Map<String, Integer> refs = new HashMap<>();
        Progress meter = new Progress(lines.size(), progress);
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Line line : lines) {
                if (line.text() == null) {
                    meter.advance();
                    continue;
                }
                try {
                    Message message = Message.parse(line.text(), mapper, districts, start);
                    Integer first = refs.putIfAbsent(message.ref(), line.number());
                    if (first != null) {
                        throw new BadLine("“" + message.ref() + "” stands in line " + first + " already");
                    }
                    if (merges(message)) {
                        later.put(line.number(), message);
                        continue;
                    }
                    places.acquireUninterruptibly();
                    workers.execute(() -> {
                        one(importer, line.number(), message, bad, imported, unchanged);
                        places.release();
                        meter.advance();
                    });
                } catch (BadLine e) {
                    bad.put(line.number(), e.getMessage());
                    meter.advance();
                }
            }
        }
        // A message that was merged comes after the one it was merged into.
        later.forEach((number, message) -> {
            one(importer, number, message, bad, imported, unchanged);
            meter.advance();
        });
        meter.done();
        return new Summary(
                lines.size(), imported.get(), unchanged.get(), bad, Duration.between(start, clock.instant()));
    }

    private static boolean merges(Message message) {
        return message.steps() != null
                && message.steps().stream().anyMatch(step -> step.command().equals("merge"));
    }

    private static void one(
            Importer importer,
            int number,
            Message message,
            Map<Integer, String> bad,
            AtomicInteger imported,
            AtomicInteger unchanged) {
        try {
            (importer.bringIn(message) ? imported : unchanged).incrementAndGet();
        } catch (BadLine e) {
            bad.put(number, e.getMessage());
        } catch (RuntimeException e) {
            bad.put(number, "it could not be stored: " + e.getMessage());
        }
    }

    /** Reads the lines one by one, so that a wrong encoding spoils only its own line. */
    private static List<Line> read(InputStream in, Map<Integer, String> bad) throws IOException {
        List<Line> lines = new ArrayList<>();
        // Latin-1 keeps every byte, so that each line can be decoded strictly on its own.
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        int number = 0;
        for (String raw = reader.readLine(); raw != null; raw = reader.readLine()) {
            number++;
            byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(bytes))
                        .toString();
                if (number == 1 && text.startsWith("\ufeff")) {
                    text = text.substring(1);
                }
                if (!text.isBlank()) {
                    lines.add(new Line(number, text));
                }
            } catch (CharacterCodingException e) {
                bad.put(number, "the line is not encoded in UTF-8");
                lines.add(new Line(number, null));
            }
        }
        return lines;
    }
}
