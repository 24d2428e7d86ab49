package cn.huiying.command.common;

import static cn.huiying.command.common.TestBodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    /** One component of every kind that commands have. */
    record AskForHelp(
            String number,
            @NotBlank @Size(max = 10) String reason,
            @Pattern(regexp = "\\d{6}") String district,
            Urgency urgency,
            @NotNull @Min(1) @Max(5) Integer score,
            Boolean reached,
            PetitionId main,
            @NotNull Sealed title,
            Sealed hiddenRemark) {}

    private static final String PERSON = "ACC-wang";

    private final MemoryVault vault = new MemoryVault();

    private AskForHelp read(String body) {
        return TestBodies.with(vault)
                .read(AskForHelp.class, json(body), Map.of("number", "JY1"), PERSON, "HelpAskedFor");
    }

    private List<Fault> faults(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> read(body)).faults();
    }

    private static void assertFault(List<Fault> faults, String pointer, String code) {
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.chinese()).isNotBlank();
            assertThat(fault.english()).isNotBlank();
        });
    }

    @Test
    void a_whole_body_becomes_a_command() {
        AskForHelp read = read(
                """
                {'reason':'路灯不亮','district':'445224','urgency':'URGENT','score':5,'reached':true,'main':'PET-7',
                 'title':'路灯不亮了','hiddenRemark':'请联系王小明'}""");

        assertThat(read.number()).isEqualTo("JY1");
        assertThat(read.reason()).isEqualTo("路灯不亮");
        assertThat(read.district()).isEqualTo("445224");
        assertThat(read.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(read.score()).isEqualTo(5);
        assertThat(read.reached()).isTrue();
        assertThat(read.main()).isEqualTo(new PetitionId("PET-7"));
        assertThat(vault.open(read.title())).hasValue("路灯不亮了");
        assertThat(vault.open(read.hiddenRemark())).hasValue("请联系王小明");
    }

    @Test
    void what_is_not_required_may_be_left_out_or_null() {
        AskForHelp read = read("{'reason':'路灯不亮','score':1,'title':'路灯不亮了','urgency':null,'hiddenRemark':null}");

        assertThat(read.urgency()).isNull();
        assertThat(read.district()).isNull();
        assertThat(read.hiddenRemark()).isNull();
    }

    @Test
    void a_sealed_text_is_not_in_the_clear_and_is_bound_to_its_event_and_person() {
        Sealed title =
                read("{'reason':'路灯不亮','score':1,'title':'请拨打13800138000'}").title();

        assertThat(title.field()).isEqualTo("HelpAskedFor.title");
        assertThat(title.subject()).isEqualTo(PERSON);
        assertThat(title.cipherText()).doesNotContain("13800138000");
        assertThat(vault.open(title)).hasValue("请拨打13800138000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "7", "null"})
    void a_body_is_an_object(String body) {
        assertFault(faults(body), "", "not-an-object");
    }

    @Test
    void an_unknown_property_is_named_with_those_there_are() {
        List<Fault> faults = faults("{'reason':'路灯不亮','score':1,'title':'路灯不亮了','reasn':'x'}");

        assertFault(faults, "/reasn", "unknown-property");
        assertThat(faults.getFirst().english())
                .contains("[district, hiddenRemark, main, reached, reason, score, title, urgency]");
    }

    @Test
    void what_the_door_sets_may_not_be_named_by_the_body() {
        assertFault(
                faults("{'reason':'路灯不亮','score':1,'title':'路灯不亮了','number':'JY2'}"), "/number", "unknown-property");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "reason;       7",
                "reason;       ['a']",
                "title;        7",
                "title;        {}",
                "hiddenRemark; true",
                "score;        'five'",
                "score;        '5'",
                "score;        4.7",
                "score;        true",
                "reached;      'yes'",
                "reached;      'true'",
                "reached;      1",
                "main;         'ABC-1'",
                "main;         7",
            })
    void a_value_of_the_wrong_type_is_named(String field, String value) {
        assertFault(faults(bodyWith(field, value)), "/" + field, "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'urgent'", "'VERY'", "1", "''"})
    void an_unknown_value_is_named_with_those_there_are(String value) {
        List<Fault> faults = faults(bodyWith("urgency", value));

        assertFault(faults, "/urgency", "unknown-value");
        assertThat(faults.getFirst().chinese()).contains("NORMAL, URGENT, MAJOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "reason;   null;           missing",
                "reason;   '';             missing",
                "reason;   '   ';          missing",
                "title;    null;           missing",
                "score;    null;           missing",
                "reason;   '一二三四五六七八九十一'; length",
                "score;    0;              range",
                "score;    6;              range",
                "district; '44522';        form",
                "title;    '一二三';        length",
                "title;    '     ';        length",
                "title;    '';             length",
                "hiddenRemark; '';         length",
            })
    void a_value_that_is_missing_or_out_of_its_range_is_named(String field, String value, String code) {
        assertFault(faults(bodyWith(field, value)), "/" + field, code);
    }

    @Test
    void a_title_has_up_to_thirty_characters_however_rare_they_are() {
        assertThat(read(bodyWith("title", "'" + "𠮷".repeat(30) + "'")).title()).isNotNull();
        assertFault(faults(bodyWith("title", "'" + "𠮷".repeat(31) + "'")), "/title", "length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "138 0013 8000",
                "44522419900307123X",
                "445224199003071234",
                "6222021234567890",
                "a@b.cn",
            })
    void a_text_in_the_clear_with_personal_data_is_refused_and_not_repeated(String personal) {
        List<Fault> faults = Notes.faults(vault, personal);

        assertFault(faults, "/note", "personal-data");
        assertThat(faults.getFirst().english() + faults.getFirst().chinese()).doesNotContain(personal);
    }

    @Test
    void several_faults_are_told_at_once() {
        assertThat(faults("{'reason':7,'district':'x','urgency':'VERY','score':9,'title':'短','extra':1}"))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "/reason wrong-type",
                        "/district form",
                        "/urgency unknown-value",
                        "/score range",
                        "/title length",
                        "/extra unknown-property");
    }

    private static String bodyWith(String field, String value) {
        return Map.of("reason", "'路灯不亮'", "score", "1", "title", "'路灯不亮了'").entrySet().stream()
                .filter(entry -> !entry.getKey().equals(field))
                .map(entry -> "'" + entry.getKey() + "':" + entry.getValue())
                .reduce("{'" + field + "':" + value, (body, property) -> body + "," + property)
                .concat("}");
    }

    /** A command whose one text is kept in the clear and is long enough for anything. */
    private static final class Notes {

        record Note(String note) {}

        static List<Fault> faults(MemoryVault vault, String text) {
            return catchThrowableOfType(InvalidInput.class, () -> TestBodies.with(vault)
                            .read(Note.class, json(Map.of("note", "请联系" + text + "。")), Map.of(), PERSON, "Noted"))
                    .faults();
        }
    }

    /** Lists of days and moments, as the calendar and the policies have them. */
    record NameDays(@NotNull SortedSet<LocalDate> days, @NotNull Instant from) {}

    @Test
    void a_list_of_days_and_a_moment_are_read() {
        NameDays read = TestBodies.with(vault)
                .read(
                        NameDays.class,
                        json("{'days':['2027-01-02','2027-01-01'],'from':'2027-01-01T00:00:00+08:00'}"),
                        Map.of(),
                        null,
                        null);
        assertThat(read.days()).containsExactly(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-02"));
        assertThat(read.from()).isEqualTo("2026-12-31T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'days':['2027-01-01','2027-02-30'],'from':'2027-01-01T00:00:00Z'} | /days/1
                    {'days':[null],'from':'2027-01-01T00:00:00Z'}                      | /days/0
                    {'days':7,'from':'2027-01-01T00:00:00Z'}                           | /days
                    {'days':[],'from':1798732800}                                      | /from
                    {'days':[],'from':'2027-01-01'}                                    | /from
                    """)
    void a_day_or_a_moment_that_is_none_is_told_once_with_its_place(String body, String pointer) {
        assertFault(
                catchThrowableOfType(InvalidInput.class, () -> TestBodies.with(vault)
                                .read(NameDays.class, json(body), Map.of(), null, null))
                        .faults(),
                pointer,
                "wrong-type");
    }
}
