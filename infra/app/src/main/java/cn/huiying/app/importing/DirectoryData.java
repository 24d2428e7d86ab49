package cn.huiying.app.importing;

import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.rule.Actor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** The directory of agencies that ships with the platform. */
final class DirectoryData {

    /** GB/T 2260 code of the city. */
    static final String CITY = "445200";

    private DirectoryData() {}

    static List<AgencyEntry> shipped(ObjectMapper mapper) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                DirectoryData.class.getResourceAsStream("/directory/agencies.ndjson"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> mapper.readValue(line, AgencyEntry.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers what is missing and replaces what differs; the same directory again changes nothing. */
    static void register(Collection<AgencyEntry> directory, CommandDoor door, Instant at) {
        directory.parallelStream()
                .forEach(entry ->
                        door.send(new RegisterAgency(AgencyId.of(entry.code()), entry, at), Actor.SYSTEM, Map.of()));
    }
}
