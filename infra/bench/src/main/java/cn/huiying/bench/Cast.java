package cn.huiying.bench;

import cn.huiying.command.account.Accounts;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.confirming.IssuePhoneCode;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.organisation.registering.RegisterAgency;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.organisation.AgencyEntry;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody in the play: citizens with their texts, sealed beforehand (sealing is the door's work and measured over HTTP),
 * and the shipped directory with the staff of its agencies.
 */
final class Cast {

    /** A citizen and what they have to say. */
    record Citizen(Actor actor, AccountId account, Sealed title, Sealed text, Sealed place, Sealed note) {}

    static final Instant BEGINNING = Instant.parse("2025-03-03T01:00:00Z");
    static final Actor OFFICER = new Actor("officer-1", Role.INTAKE_OFFICER, null, null);

    private static final int CITIZENS = 200;
    private static final String TEXT = "村口的养猪场没有污水池,粪水直接排到旁边的水沟再流进农田,请求查清有没有手续,把臭味和废水问题解决。";

    private final List<Citizen> citizens = new ArrayList<>();
    private final List<String> agencies = new ArrayList<>();

    /** Registers everybody; an empty log is filled the same way each time, one that is filled already stays as it is. */
    static Cast assemble(Platform platform) {
        Cast cast = new Cast();
        CommandDoor door = platform.door();
        Vault vault = platform.bean(Vault.class);
        boolean empty = !platform.bean(Accounts.class)
                .standing(AccountId.ofSubject("citizen-0"))
                .registered();
        for (AgencyEntry entry : directory()) {
            cast.agencies.add(entry.code());
            if (empty) {
                door.send(new RegisterAgency(AgencyId.of(entry.code()), entry, BEGINNING), Actor.SYSTEM, Map.of());
            }
        }
        for (int i = 0; i < CITIZENS; i++) {
            Actor actor = new Actor("citizen-" + i, Role.CITIZEN, null, null);
            AccountId id = AccountId.ofSubject(actor.id());
            if (empty) {
                Sealed name = vault.seal(id.value(), "CitizenRegistered.name", "陈栩然");
                Sealed phone = vault.seal(id.value(), "CitizenRegistered.phone", "19900001137");
                door.send(new RegisterCitizen(id, BEGINNING, name, phone, "2026-11"), actor, Map.of());
                door.send(new IssuePhoneCode(id, BEGINNING, "code", BEGINNING.plusSeconds(1)), actor, Map.of());
                door.send(new ConfirmPhone(id, BEGINNING, "code"), actor, Map.of());
            }
            cast.citizens.add(new Citizen(
                    actor,
                    id,
                    vault.seal(id.value(), "PetitionSubmitted.title", "村口猪场臭气扰民" + i),
                    vault.seal(id.value(), "PetitionSubmitted.body", TEXT.repeat(2 + i % 5)),
                    vault.seal(id.value(), "PetitionSubmitted.place", "某村村口水沟旁"),
                    vault.seal(id.value(), "CitizenContacted.note", TEXT)));
        }
        return cast;
    }

    private static List<AgencyEntry> directory() {
        ObjectMapper json = JsonMapper.builder().build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Cast.class.getResourceAsStream("/directory/agencies.ndjson"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> json.readValue(line, AgencyEntry.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Citizen citizen(int number) {
        return citizens.get(Math.floorMod(number, citizens.size()));
    }

    String agency(int number) {
        return agencies.get(Math.floorMod(number, agencies.size()));
    }

    static Actor handler(String agency) {
        return new Actor("handler-" + agency, Role.AGENCY_HANDLER, agency, null);
    }

    static Actor leader(String agency) {
        return new Actor("leader-" + agency, Role.AGENCY_LEADER, agency, null);
    }
}
