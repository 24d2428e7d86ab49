package cn.huiying.bench;

import cn.huiying.query.common.Recorded;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published petitions made of the demo's texts: each takes the matter of one of them, and sentences of any. They are folded from
 * their events by the listing's own fold; only the log is left out. The same number is always the same petition.
 */
final class DemoPetitions {

    /** What one petition of the demo lends. */
    private record Matter(Section section, PetitionType type, String domain, String title, String agency) {}

    private static final Instant BEGINNING = Instant.parse("2016-01-04T01:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3_650);
    private static final int EVENTS = 8;

    /** Neither letter nor digit, so that it parts words, and in no text of the demo. */
    private static final String NUMBER_FOLLOWS = "·";

    static final List<String> DISTRICTS = List.of("445200", "445202", "445203", "445222", "445224", "445281");

    private final int count;
    private final List<Matter> matters = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();

    /** @param count how many there are: they spread over ten years */
    DemoPetitions(int count) {
        this.count = count;
        JsonMapper json = JsonMapper.builder().build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DemoPetitions.class.getResourceAsStream("/demo/messages.ndjson"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).map(json::readTree).forEach(this::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(JsonNode message) {
        String agency = null;
        for (JsonNode step : message.get("steps")) {
            switch (step.get("do").stringValue()) {
                case "dispatch" -> agency = step.get("agency").stringValue();
                case "publish" -> {
                    complaints.addAll(sentences(step.get("body").stringValue()));
                    matters.add(new Matter(
                            Section.valueOf(message.get("section").stringValue()),
                            PetitionType.valueOf(message.get("type").stringValue()),
                            message.get("domain").stringValue(),
                            step.get("title").stringValue(),
                            agency));
                }
                case "publish-reply" ->
                    replies.addAll(sentences(step.get("text").stringValue()));
                default -> {}
            }
        }
    }

    private static List<String> sentences(String text) {
        return Arrays.stream(text.split("(?<=[。?!？！])"))
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    int count() {
        return count;
    }

    /** @param number from 0; petitions are submitted in the order of their numbers */
    ListedPetition petition(int number) {
        SplittableRandom random = new SplittableRandom(Settings.SEED * 1_000_003 + number);
        Matter matter = matters.get(random.nextInt(matters.size()));
        PetitionId id = new PetitionId(String.format("PET-%016x%08x", random.nextLong(), number));
        String district = DISTRICTS.get(random.nextInt(DISTRICTS.size()));
        Instant at = BEGINNING.plusSeconds(SPAN.toSeconds() * number / count);
        Sealed sealed = new Sealed("A256GCM", "ACC-" + number % 200, "PetitionSubmitted.title", "c2VhbGVk".repeat(12));
        List<PetitionEvent> events = new ArrayList<>(EVENTS);
        events.add(new PetitionSubmitted(
                id,
                "JY" + (100_000_000_000L + number),
                AccountId.ofSubject("citizen-" + number % 200),
                matter.section(),
                district.equals("445200") ? Board.MUNICIPAL_LEADER : Board.COUNTY_LEADER,
                matter.type(),
                matter.domain(),
                district,
                VisibilityWish.PUBLIC,
                "陈***",
                sealed,
                sealed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "2026-11",
                null,
                at));
        events.add(new PetitionAccepted(
                id,
                matter.type(),
                matter.domain(),
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                at = at.plusSeconds(60 + random.nextInt(36_000))));
        // No other petition has this title: answers can be compared by it.
        events.add(new PetitionPublished(
                id,
                matter.title() + NUMBER_FOLLOWS + number,
                (1 + random.nextInt(300)) + "号" + some(random, complaints, 2, 4),
                at = at.plusSeconds(60 + random.nextInt(36_000))));
        events.add(new PetitionDispatched(id, matter.agency(), "请牵头核查。", at, at));
        if (random.nextInt(10) > 0) {
            events.add(new AssignmentSigned(id, matter.agency(), at = at.plusSeconds(3_600)));
            if (random.nextInt(10) > 1) {
                at = at.plusSeconds(86_400 + random.nextInt(10 * 86_400));
                events.add(new PetitionResolved(id, ReplyOutcome.SUPPORTED, at, at));
                events.add(new PublicReplyPublished(id, some(random, replies, 2, 5), at));
                if (random.nextBoolean()) {
                    events.add(new PetitionEvaluated(
                            id, 5, 5, 4, 4.8, SatisfactionBand.SATISFIED, null, at.plusSeconds(86_400)));
                }
            }
        }
        ListedPetition petition = null;
        for (int version = 0; version < events.size(); version++) {
            petition = ListedPetition.evolve(
                    petition, new Recorded<>(events.get(version), version, (long) number * EVENTS + version + 1));
        }
        return petition;
    }

    /** The number of the petition with this title, folded or not. */
    static int number(String title) {
        return Integer.parseInt(title.substring(title.lastIndexOf(NUMBER_FOLLOWS) + 1));
    }

    private static String some(SplittableRandom random, List<String> sentences, int least, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            text.append(sentences.get(random.nextInt(sentences.size())));
        }
        return text.toString();
    }
}
