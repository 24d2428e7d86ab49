package cn.huiying.shared.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.rule.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What a file gets wrong | so that it reads | where | the fault
                "\"version\": 1, | \"version\": 1, \"colour\": 1, | /colour | unknown-property",
                "\"version\": 1, | | /version | missing-or-wrong",
                "\"version\": 1, | \"version\": null, | /version | missing-or-wrong",
                "\"version\": 1, | \"version\": \"1\", | /version | missing-or-wrong",
                "\"version\": 1, | \"version\": 1.5, | /version | unknown-value",
                "\"version\": 1, | \"version\": 1, \"version\": 1, | `` | not-json",
                "\"version\": 1, | \"version\": 0, | /version | too-small",
                "\"code\": \"JY-1-3-5-7-15-H\" | \"code\": \" \" | /code | code-missing",
                "\"title\": \"1-3-5-7-15 分类时限\" | \"title\": \"\" | /title | title-missing",
                "2021-10-31T16:00:00Z | 2021-10-31 | /effectiveFrom | unknown-value",
                "\"END_OF_DAY\" | \"NOON\" | /dueMoment | unknown-value",
                "\"END_OF_DAY\" | 0 | /dueMoment | unknown-value",
                "\"unit\": \"WORKDAY\" | \"unit\": \"WEEK\" | /checkpoints/0/unit | unknown-value",
                "\"code\": \"D1\" | \"code\": \"D2\" | /checkpoints/0/code | unknown-checkpoint",
                "\"code\": \"D1\" | \"code\": \"D1s\" | /checkpoints/1/code | checkpoint-twice",
                "\"chinese\": \"受理并交办\" | \"chinese\": \"\" | /checkpoints/0/chinese | name-missing",
                "\"start\": \"SUBMISSION\", \"amount\": 1, | \"start\": \"SUBMISSION\", \"amount\": 0, | /checkpoints/0/amount | too-small",
                "\"start\": \"SUBMISSION\", \"amount\": 1, | \"start\": \"SUBMISSION\", \"amount\": 16, | /checkpoints/0/amount | over-the-legal-limit",
                "\"start\": \"RETURN_REQUEST\", \"amount\": 1, \"unit\": \"WORKDAY\" | \"start\": \"RETURN_REQUEST\", \"amount\": 9, \"unit\": \"MONTH\" | /checkpoints/3/unit | unknown-value",
                "\"code\": \"D1s\", \"chinese\": \"签收\", \"start\": \"DISPATCH\", \"amount\": 1 | \"code\": \"D1s\", \"chinese\": \"签收\", \"start\": \"DISPATCH\", \"amount\": 367 | /checkpoints/1/amount | too-great",
                "\"start\": \"SUBMISSION\", \"amount\": 1, | \"start\": \"SUBMISSION\", \"amount\": 2000000000, | /checkpoints/0/amount | over-the-legal-limit",
                "\"code\": \"JY-1-3-5-7-15-H\" | \"code\": \"a/b\" | /code | code-form",
                "\"code\": \"JY-1-3-5-7-15-H\" | \"code\": \"JY-1-3-5-7-15-H-JY-1-3-5-7-15-H-JY-1-3-5-7-15-H\" | /code | code-form",
                "1-3-5-7-15 分类时限 | 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一 | /title | too-long",
                "\"chinese\": \"签收\" | \"chinese\": \"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\" | /checkpoints/1/chinese | too-long",
                "2021-10-31T16:00:00Z | 2099-12-31T16:00:00Z | /effectiveFrom | effective-from-out-of-range",
                "2021-10-31T16:00:00Z | 1999-12-31T15:59:59Z | /effectiveFrom | effective-from-out-of-range",
                "\"light\": true, | | /checkpoints/0/light | missing-or-wrong",
                "\"sections\": [] | \"sections\": [\"ANY\"] | /checkpoints/0/appliesTo/sections/0 | unknown-value",
                "\"code\": \"D-ret\", \"chinese\": \"申请退单\", \"start\": \"DISPATCH\", \"amount\": 1 | \"code\": \"D-ret\", \"chinese\": \"申请退单\", \"start\": \"DISPATCH\", \"amount\": 6 | /checkpoints/2/amount | over-the-legal-limit",
                "\"amount\": 60 | \"amount\": 61 | /checkpoints/15/amount | over-the-legal-limit",
                "\"code\": \"D-15\", \"chinese\": \"法定告知\", \"start\": \"SUBMISSION\", \"amount\": 15 | \"code\": \"D-15\", \"chinese\": \"法定告知\", \"start\": \"SUBMISSION\", \"amount\": 16 | /checkpoints/14/amount | over-the-legal-limit",
                "\"start\": \"REEXAMINATION_REQUEST\", \"amount\": 30 | \"start\": \"REEXAMINATION_REQUEST\", \"amount\": 31 | /checkpoints/17/amount | over-the-legal-limit",
                "\"start\": \"REVIEW_REQUEST\", \"amount\": 30, \"unit\": \"CALENDAR_DAY\" | \"start\": \"REVIEW_REQUEST\", \"amount\": 30, \"unit\": \"WORKDAY\" | /checkpoints/19/amount | over-the-legal-limit",
                "\"start\": \"REEXAMINATION_OPINION\", \"amount\": 30 | \"start\": \"REEXAMINATION_OPINION\", \"amount\": 29 | /checkpoints/18/amount | right-of-the-petitioner",
                "\"code\": \"D-60\" | \"code\": \"D-interim\" | /checkpoints | checkpoint-missing",
                "\"limitClasses\": [\"C7\"] | \"limitClasses\": [\"C5\"] | /checkpoints | final-reply-missing",
                "\"times\": 1 | \"times\": 2 | /extension/times | too-great",
                "\"maxDays\": 30 | \"maxDays\": 31 | /extension/maxDays | too-great",
                "\"maxDays\": 30 | \"maxDays\": 0 | /extension/maxDays | too-small",
                "\"halfWorkdaysBefore\": 1 | \"halfWorkdaysBefore\": -1 | /extension/halfWorkdaysBefore | too-small",
                "\"maxPauseWorkdays\": 15 | \"maxPauseWorkdays\": -1 | /maxPauseWorkdays | too-small",
                "\"rounds\": 2 | \"rounds\": -1 | /reopening/rounds | too-small",
                "\"maxWorkdays\": 7 | \"maxWorkdays\": 0 | /reopening/maxWorkdays | too-small",
                "\"yellowWorkdays\": 1 | \"yellowWorkdays\": 0 | /lights/yellowWorkdays | too-small",
                "\"yellowWorkingHours\": 4 | \"yellowWorkingHours\": 0 | /lights/yellowWorkingHours | too-small",
                "\"supervisorWorkdays\": 3 | \"supervisorWorkdays\": 0 | /ladder/supervisorWorkdays | too-small",
                "\"circularWorkdays\": 5 | \"circularWorkdays\": 3 | /ladder/circularWorkdays | too-small",
                "\"circularWorkdays\": 5} | \"circularWorkdays\": 5}} | `` | not-json",
            })
    void a_file_with_one_fault_is_refused_with_the_place_and_the_fault(
            String right, String wrong, String pointer, String code) {
        String file = file("JY-1-3-5-7-15-H.1.json");
        assertThat(file).contains(right);
        String faulty = file.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong));
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> PolicyFiles.read(faulty));
        assertThat(refusal).isNotNull();
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer == null ? "" : pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.chinese()).endsWith("。").isNotBlank();
            assertThat(fault.english()).endsWith(".").isNotBlank();
        });
    }

    @Test
    void a_fault_is_said_in_one_sentence_in_both_languages() {
        String file = file("JY-1-3-5-7-15-H.1.json");
        assertThat(faultOf(file.replaceFirst("\"amount\": 60", "\"amount\": 61")))
                .isEqualTo(
                        new InvalidInput.Fault(
                                "/checkpoints/15/amount",
                                "over-the-legal-limit",
                                "时限节点 D-60 的61日超过法定期限(信访工作条例第 34 条)。",
                                "The checkpoint D-60 of 61 days is over the legal limit (Petition Work Regulations, Art. 34)."));
        assertThat(faultOf(file.replaceFirst("\"WORKDAY\"", "\"WEEK\"")))
                .isEqualTo(new InvalidInput.Fault(
                        "/checkpoints/0/unit",
                        "unknown-value",
                        "/checkpoints/0/unit 的值 WEEK 无效。",
                        "WEEK can't be the value of /checkpoints/0/unit."));
        assertThat(faultOf("{\n]"))
                .isEqualTo(new InvalidInput.Fault("", "not-json", "第 2 行不是有效的 JSON。", "Line 2 is not valid JSON."));
        assertThat(faultOf("[]").english()).isEqualTo("The policy is missing or not of the right kind.");
    }

    @Test
    void a_limit_in_hours_can_not_pause() {
        String file = file("JY-1-3-5-7-15-H.1.json");
        assertThat(faultOf(file.replaceFirst(
                                "\"start\": \"DISPATCH\", \"amount\": 3, \"unit\": \"WORKDAY\"(.*\\R.*C3)",
                                "\"start\": \"DISPATCH\", \"amount\": 24, \"unit\": \"HOUR\"$1"))
                        .code())
                .isEqualTo("hours-do-not-pause");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JY-1-3-5-7-15-H", "JY-1-3-5-7-15-M"})
    void a_policy_comes_back_from_the_log_as_it_was(String code) {
        DeadlinePolicy policy = PolicyFiles.builtIn(code, 1);
        String stored =
                EventSerialization.serializer().serialize(policy, String.class).getData();
        assertThat(EventSerialization.serializer()
                        .<String, DeadlinePolicy>deserialize(
                                EventSerialization.serializer().serialize(policy, String.class)))
                .isEqualTo(policy);
        assertThat(PolicyFiles.read(stored)).isEqualTo(policy);
    }

    @Test
    void a_policy_that_is_not_built_in_is_not_found() {
        assertThatThrownBy(() -> PolicyFiles.builtIn("JY-1-3-5-7-15-H", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No policy JY-1-3-5-7-15-H version 2 is built in.");
    }

    private static InvalidInput.Fault faultOf(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> PolicyFiles.read(json))
                .faults()
                .getFirst();
    }

    private static String file(String name) {
        try (InputStream in = PolicyFiles.class.getResourceAsStream("/cn/huiying/shared/deadline/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
