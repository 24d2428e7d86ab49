package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.shared.time.WorkCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The figures over HTTP, of the demo's petitions. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.demo=true")
@Timeout(60)
class StatisticsTest {

    private static final String STATISTICS = "/api/supervision/statistics";

    @LocalServerPort
    int port;

    @Autowired
    private EventStore eventStore;

    private Api api;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-statistics").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void everythingIsCounted() {
        api = Api.held(port);
        String head = "" + eventStore.createHeadToken().position().orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> supervisor()
                                .get(STATISTICS, "Petition-Min-Position", head)
                                .status()
                        == 200);
    }

    private Api.As supervisor() {
        return api.as("supervisor");
    }

    private JsonNode statistics(String query) {
        Answer answer = supervisor().get(STATISTICS + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static long count(JsonNode group, String measure) {
        JsonNode count = group.get("counts").get(measure);
        return count == null ? 0 : count.asLong();
    }

    @Test
    void every_rate_comes_with_what_it_was_computed_from() {
        JsonNode whole = statistics("").get("whole");
        JsonNode rate = whole.get("rates").get("resolution");
        assertThat(rate.get("numerator").asLong())
                .isEqualTo(count(whole, "resolved"))
                .isPositive();
        assertThat(rate.get("denominator").asLong()).isEqualTo(count(whole, "received"));
        assertThat(rate.get("percent").decimalValue())
                .isEqualByComparingTo(BigDecimal.valueOf(100 * count(whole, "resolved"))
                        .divide(BigDecimal.valueOf(count(whole, "received")), 2, RoundingMode.HALF_UP));
        assertThat(rate.get("excluded").propertyNames())
                .contains("redirected", "merged", "accusations", "withdrawn", "pending");
        assertThat(whole.get("rates").propertyNames())
                .contains("resolutionInTime", "acceptanceInTime", "replyInTime", "response", "participation")
                .contains("satisfaction", "solution", "resolutionAtOnce", "repetition");
        assertThat(whole.get("averageWorkdays").decimalValue()).isPositive();
    }

    @Test
    void the_published_figures_are_the_same() {
        JsonNode published = api.anyone().get("/api/public/statistics").json();
        JsonNode whole = statistics("").get("whole");
        assertThat(published.get("whole").get("received").asLong()).isEqualTo(count(whole, "received"));
        assertThat(published.get("whole").get("inHand").asLong())
                .isEqualTo(count(whole, "inHand"))
                .isPositive();
        assertThat(published.get("whole").get("resolutionRate").asDouble())
                .isEqualTo(whole.get("rates").get("resolution").get("percent").asDouble());
        assertThat(published.get("registeredUsers").asLong())
                .isEqualTo(count(whole, "usersRegistered"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "section",
                "board",
                "type",
                "domain",
                "district",
                "agency",
                "limitClass",
                "day",
                "week",
                "month",
                "quarter",
                "year"
            })
    void the_groups_add_up_to_the_whole(String by) {
        JsonNode answer = statistics("?by=" + by);
        for (String measure : List.of("submitted", "received", "resolved", "evaluated")) {
            assertThat(answer.get("groups")
                            .valueStream()
                            .mapToLong(group -> count(group, measure))
                            .sum())
                    .as(measure)
                    .isEqualTo(count(answer.get("whole"), measure));
        }
    }

    @Test
    void a_period_is_compared_with_the_one_before_and_the_one_a_year_before() {
        JsonNode answer = statistics("?period=2023-03&by=domain&compare=yearOnYear,periodOnPeriod");
        assertThat(answer.get("period").get("closed").asBoolean()).isTrue();
        JsonNode before = answer.get("compared").get("periodOnPeriod");
        assertThat(before.get("period").get("name").stringValue()).isEqualTo("2023-02");
        assertThat(answer.get("compared")
                        .get("yearOnYear")
                        .get("period")
                        .get("name")
                        .stringValue())
                .isEqualTo("2022-03");
        long now = count(answer.get("whole"), "received");
        long then = count(before.get("whole"), "received");
        assertThat(then).isPositive();
        assertThat(answer.get("whole")
                        .get("changes")
                        .get("periodOnPeriod")
                        .get("counts")
                        .get("received")
                        .decimalValue())
                .isEqualByComparingTo(BigDecimal.valueOf(100 * (now - then))
                        .divide(BigDecimal.valueOf(then), 2, RoundingMode.HALF_UP));
        assertThat(statistics("?period=2023-02").get("whole").get("counts"))
                .isEqualTo(before.get("whole").get("counts"));
    }

    @Test
    void a_period_across_the_beginning_is_marked_and_one_that_is_not_over_is_preliminary() {
        assertThat(statistics("?period=2023-03").get("period").get("complete").asBoolean())
                .isTrue();
        JsonNode across = statistics("?from=2000-01-01&to=2023-03-31");
        assertThat(across.get("period").get("complete").asBoolean()).isFalse();
        assertThat(across.get("period").get("closed").asBoolean()).isTrue();
        JsonNode before = statistics("?period=2001");
        assertThat(before.get("whole").get("counts")).isEmpty();
        assertThat(before.get("whole")
                        .get("rates")
                        .get("resolution")
                        .get("percent")
                        .isNull())
                .isTrue();
        String today = LocalDate.now(WorkCalendar.ZONE).toString();
        assertThat(statistics("?period=" + today).get("period").get("closed").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "?period=2026-13, period",
        "?period=2999, period",
        "?period=0000, period",
        "?from=-999999999-01-01&to=2023-01-01, from",
        "?from=2023-03-31&to=2023-03-01, from",
        "?from=2023-03-31, to",
        "?period=2023&from=2023-01-01&to=2023-02-01, period",
        "?by=weather, by",
        "?on=monday, on",
        "?compare=yearOnYear, compare",
        "?agency=nobody, agency",
        "?colour=red, colour"
    })
    void what_can_not_be_asked_is_named(String query, String parameter) {
        Answer answer = supervisor().get(STATISTICS + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo(parameter);
    }

    @Test
    void a_county_officer_sees_the_own_county_and_an_agency_nothing() {
        JsonNode own = api.as("county-officer@445224").get(STATISTICS).json();
        assertThat(count(own.get("whole"), "received"))
                .isEqualTo(count(statistics("?district=445224").get("whole"), "received"))
                .isPositive()
                .isLessThan(count(statistics("").get("whole"), "received"));
        assertThat(api.as("agency-handler@445224-114").get(STATISTICS).status()).isEqualTo(403);
        assertThat(api.anyone().get(STATISTICS).status()).isEqualTo(401);
    }

    @Test
    void what_the_caller_has_is_not_sent_again() {
        String tag = supervisor().get(STATISTICS).header("ETag");
        assertThat(supervisor().get(STATISTICS, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void a_matter_that_rises_in_a_place_can_be_given_one_order() {
        JsonNode issues = supervisor()
                .get("/api/supervision/hot-issues?from=2023-01-01&to=2023-06-30")
                .json()
                .get("issues");
        assertThat(issues).isNotEmpty();
        for (JsonNode issue : issues) {
            String list = "/api/public/petitions?total=exact&from=2023-01-01&to=2023-06-30&district="
                    + issue.get("district").stringValue() + "&q="
                    + URLEncoder.encode(issue.get("topic").stringValue(), StandardCharsets.UTF_8);
            assertThat(api.anyone().get(list).json().get("total").asLong())
                    .as("the matter and its list agree")
                    .isEqualTo(issue.get("count").asLong());
        }
        JsonNode draft = issues.valueStream()
                .map(issue -> issue.get("draft"))
                .filter(one -> !one.isNull())
                .findFirst()
                .orElseThrow();
        Answer order = supervisor().post("/api/supervision/orders", draft.toString());
        assertThat(order.status()).as(order.text()).isEqualTo(201);
        JsonNode drafted = supervisor()
                .get("/api/supervision/orders/" + order.json().get("id").stringValue())
                .json()
                .get("order");
        assertThat(drafted.get("trigger").stringValue()).isEqualTo("HOT_ISSUE");
        assertThat(drafted.get("petitions")).isEqualTo(draft.get("petitions"));
        assertThat(api.as("media")
                        .get("/api/supervision/hot-issues?from=2023-01-01&to=2023-06-30")
                        .status())
                .isEqualTo(403);
        assertThat(supervisor()
                        .get("/api/supervision/hot-issues?from=2023-06-30&to=2023-01-01")
                        .status())
                .isEqualTo(400);
    }
}
