package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogEntryTest {

    private static LogEntry entry(long position, String stream, Long sequence, String type, String payload) {
        return new LogEntry(
                position,
                stream,
                sequence,
                "Petition",
                "event-1",
                "2026-11-30T01:00:00.000000000Z",
                type,
                "1",
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Computed beside: printf of the bytes as they are described, and sha256sum. */
    @Test
    void the_leaf_is_the_hash_of_the_described_bytes() {
        LogEntry entry = new LogEntry(1, null, null, null, "e", "t", "x", null, new byte[] {'{', '}'}, new byte[0]);
        assertThat(HexFormat.of().formatHex(entry.bytes()))
                .isEqualTo("01" + "0000000000000001" + "ffffffff" + "ffffffff" + "ffffffff" + "00000001" + "65"
                        + "00000001" + "74" + "00000001" + "78" + "ffffffff" + "00000002" + "7b7d" + "00000000");
        assertThat(HexFormat.of().formatHex(entry.leafHash()))
                .isEqualTo("59a45400459bd25894b6e197cb22c6800841dced44ba70525d0ad69e9f8dc221");
    }

    @Test
    void each_part_and_each_border_between_parts_changes_the_leaf() {
        List<LogEntry> entries = List.of(
                entry(1, "PET-1", 0L, "A", "{}"),
                entry(2, "PET-1", 0L, "A", "{}"),
                entry(1, "PET-2", 0L, "A", "{}"),
                entry(1, "PET-1", 1L, "A", "{}"),
                entry(1, "PET-1", null, "A", "{}"),
                entry(1, null, 0L, "A", "{}"),
                entry(1, "", 0L, "A", "{}"),
                entry(1, "PET-1", 0L, "B", "{}"),
                entry(1, "PET-1", 0L, "A", "{ }"),
                entry(1, "PET-1", 0L, "A1", "{}"));
        assertThat(entries.stream().map(e -> HexFormat.of().formatHex(e.leafHash())))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_entry_is_read_from_its_bytes_and_nothing_else_is() {
        LogEntry entry = entry(7, "PET-1", 3L, "A", "{}");
        byte[] bytes = entry.bytes();
        assertThat(LogEntry.parse(bytes).bytes()).isEqualTo(bytes);
        assertThat(LogEntry.parse(entry(7, null, null, "A", "{}").bytes()).stream())
                .isNull();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LogEntry.parse(cut)).isInstanceOf(InvalidProof.class);
        }
        assertThatThrownBy(() -> LogEntry.parse(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(InvalidProof.class);
        bytes[0] = 2;
        assertThatThrownBy(() -> LogEntry.parse(bytes)).isInstanceOf(InvalidProof.class);
    }
}
