package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.time.Alerts;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.LegalLimit;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.SkipReason;
import cn.huiying.shared.time.SkippedDay;
import cn.huiying.shared.time.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

/** A deadline rests in events: its form is frozen with theirs. */
class DeadlineSerializationTest {

    private static final Serializer SERIALIZER = EventSerialization.serializer();

    private static final Deadline DEADLINE = new Deadline(
            "D7",
            "JY-1-3-5-7-15-H",
            1,
            Instant.parse("2023-03-03T02:00:00Z"),
            LocalDate.of(2023, 3, 3),
            7,
            Unit.WORKDAY,
            1,
            List.of(new Pause(Instant.parse("2023-03-06T02:00:00Z"), Instant.parse("2023-03-08T01:00:00Z"), 1)),
            List.of(
                    new SkippedDay(LocalDate.of(2023, 3, 4), SkipReason.WEEKEND),
                    new SkippedDay(LocalDate.of(2023, 3, 5), SkipReason.WEEKEND),
                    new SkippedDay(LocalDate.of(2023, 3, 7), SkipReason.PAUSE),
                    new SkippedDay(LocalDate.of(2023, 3, 11), SkipReason.WEEKEND),
                    new SkippedDay(LocalDate.of(2023, 3, 12), SkipReason.WEEKEND)),
            LocalDate.of(2023, 3, 16),
            DueMoment.END_OF_DAY,
            Instant.parse("2023-03-16T16:00:00Z"),
            false,
            new LegalLimit(
                    LegalLimit.Article.ARTICLE_34,
                    LocalDate.of(2023, 3, 1),
                    90,
                    Unit.CALENDAR_DAY,
                    LocalDate.of(2023, 5, 30)),
            new Alerts(
                    OnBreach.LADDER,
                    Instant.parse("2023-03-15T16:00:00Z"),
                    Instant.parse("2023-03-21T16:00:00Z"),
                    Instant.parse("2023-03-23T16:00:00Z")));

    @Test
    void a_deadline_is_stored_just_as_its_golden_file_says() {
        assertThat(SERIALIZER.serialize(DEADLINE, String.class).getData()).isEqualTo(golden());
    }

    @Test
    void a_deadline_comes_back_from_the_log_as_it_was() {
        Deadline read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                golden(), String.class, new SimpleSerializedType(Deadline.class.getName(), null)));
        assertThat(read).isEqualTo(DEADLINE);
        assertThat(read.countedDays()).hasSize(8);
        assertThat(read.capped()).isFalse();
    }

    private static String golden() {
        try (InputStream in = DeadlineSerializationTest.class.getResourceAsStream("/golden/Deadline.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
