package cn.huiying.command.petition.door;

import static cn.huiying.command.common.TestBodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.account.AccountStanding;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.MemoryVault;
import cn.huiying.command.common.TestBodies;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refusal.Kind;
import cn.huiying.shared.rule.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PetitionCommandsTest {

    private static final ListedValues LISTED =
            new ListedValues(Set.of("城建", "环保"), Set.of("445200", "445224"), Set.of());

    private static final PetitionId PETITION = new PetitionId("PET-1");
    private static final AccountId AUTHOR = new AccountId("ACC-wang");
    private static final Instant NOW = Instant.parse("2023-03-06T01:00:00Z");

    private final MemoryVault vault = new MemoryVault();

    private PetitionCommands commands(String authorsName) {
        AccountStanding account = new AccountStanding(
                authorsName != null,
                authorsName == null ? null : vault.seal(AUTHOR.value(), "CitizenRegistered.name", authorsName),
                null,
                true,
                "2023-01",
                false,
                false,
                null,
                null,
                0,
                null);
        return new PetitionCommands(TestBodies.with(vault), id -> account, vault, LISTED);
    }

    private SubmitPetition submit(String authorsName, VisibilityWish wish) {
        return commands(authorsName).submit(PETITION, AUTHOR, json(body("visibilityWish", wish.name())), NOW, null);
    }

    private static Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "section", "MASS_MESSAGE",
                "board", "COUNTY_LEADER",
                "type", "HELP",
                "domain", "城建",
                "district", "445224",
                "visibilityWish", "PUBLIC",
                "title", "路灯不亮了",
                "body", "解放路12号门前的路灯不亮"));
        body.put(field, value);
        return body;
    }

    @Test
    void a_petition_is_sealed_under_its_authors_key_and_for_its_event() {
        SubmitPetition command = submit("王小明", VisibilityWish.PUBLIC);

        assertThat(command.title().field()).isEqualTo("PetitionSubmitted.title");
        assertThat(command.body().subject()).isEqualTo(AUTHOR.value());
        assertThat(vault.open(command.body())).hasValue("解放路12号门前的路灯不亮");
        assertThat(command.toString()).doesNotContain("路灯", "王小明");
    }

    @ParameterizedTest
    @CsvSource({
        "王小明, PUBLIC, 王***",
        "王小明, ANONYMOUS, 匿名网友",
        "王小明, PRIVATE, 匿名网友",
        "𠮷田, PUBLIC, 𠮷***",
        ", PUBLIC, 匿名网友",
    })
    void the_public_sees_the_family_name_at_most(String name, VisibilityWish wish, String nickname) {
        assertThat(submit(name, wish).nickname()).isEqualTo(nickname);
    }

    @ParameterizedTest
    @ValueSource(strings = {"petitionId", "at", "number", "author", "nickname", "source"})
    void nobody_sets_what_the_door_sets(String field) {
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> commands("王小明").submit(PETITION, AUTHOR, json(body(field, "x")), NOW, null));

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/" + field);
            assertThat(fault.code()).isEqualTo("unknown-property");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "title, 一二三, length",
        "district, 44522, unknown-value",
        "district, 44522x, unknown-value",
        "type, GOSSIP, unknown-value",
        "domain, '', unknown-value",
    })
    void a_petition_keeps_the_limits_of_the_form(String field, String value, String code) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> commands("王小明")
                .submit(PETITION, AUTHOR, json(body(field, value)), NOW, null));

        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/" + field);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    @Test
    void a_command_on_a_petition_is_found_by_its_slug() {
        assertThat(commands("王小明")
                        .onPetition(PETITION, "publish", AUTHOR, json("{'title':'路灯不亮','body':'某路段路灯不亮'}"), NOW))
                .isEqualTo(new PublishPetition(PETITION, NOW, "路灯不亮", "某路段路灯不亮"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit",
                "record-due-moments",
                "put-under-supervision",
                "release-from-supervision",
                "recalculate-deadlines",
                "hand-over-to-successor",
                "frobnicate",
                ""
            })
    void what_nobody_may_send_through_the_door_is_unknown(String slug) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> commands("王小明").onPetition(PETITION, slug, AUTHOR, json("{}"), NOW));

        assertThat(refused.refusal().kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refused.refusal().rule()).isEqualTo("unknown-command");
    }
}
