package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.shared.time.WorkCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Assessments over HTTP, of the demo's petitions. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.demo=true")
@Timeout(60)
class AssessmentsTest {

    private static final String ASSESSMENTS = "/api/supervision/assessments";
    private static final String SCHEME =
            """
            {'weights':{'RESPONSE':30,'SOLUTION':35,'SATISFACTION':35},
             'deductions':{'UNREPLIED_OVERDUE':1,'REPLIED_LATE':1,'REOPENED':0.5},
             'groups':[{'name':'市直','levels':['CITY'],'kinds':[]},{'name':'县镇','levels':['COUNTY','TOWN'],'kinds':[]}],
             'minimumSize':1,'objectionDays':%d,'honours':1,'exposureBelow':60}""";

    @LocalServerPort
    int port;

    private Api api;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-assessments").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void api() {
        api = Api.held(port);
    }

    private Api.As bureau() {
        return api.as("bureau-leader");
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }

    private String open(String period, int objectionDays) {
        return ok(bureau().post(
                                ASSESSMENTS,
                                "{'period':'" + period + "','scheme':" + SCHEME.formatted(objectionDays) + "}"))
                .get("id")
                .stringValue();
    }

    private JsonNode act(String id, String command, String body) {
        return ok(bureau().post(ASSESSMENTS + "/" + id + "/" + command, body, "If-Match", "*"));
    }

    /** As it is once the last command can be seen. */
    private JsonNode look(Api.As caller, String path, Answer after) {
        return ok(caller.get(path, "Petition-Min-Position", after.header("Petition-Position")));
    }

    @Test
    void a_period_is_calculated_objected_to_decided_and_published() {
        String id = open("2023-03", 0);
        Answer calculated = bureau().post(ASSESSMENTS + "/" + id + "/calculate", "", "If-Match", "*");
        ok(calculated);
        JsonNode shown = look(bureau(), ASSESSMENTS + "/" + id, calculated);
        assertThat(shown.get("position").asLong()).isPositive();
        JsonNode statistics = ok(bureau().get("/api/supervision/statistics?period=2023-03&by=agency"));
        for (JsonNode place : shown.get("places")) {
            JsonNode group = statistics
                    .get("groups")
                    .valueStream()
                    .filter(one -> one.get("key")
                            .asString("")
                            .equals(place.get("agency").get("code").stringValue()))
                    .findFirst()
                    .orElseThrow();
            assertThat(place.get("received").asLong())
                    .isEqualTo(group.get("counts").path("received").asLong(0));
        }
        String best = shown.get("places").get(0).get("agency").get("code").stringValue();
        JsonNode arithmetic = ok(api.as("agency-leader@" + best).get(ASSESSMENTS + "/" + id + "/agencies/" + best));
        BigDecimal sum = arithmetic
                .get("lines")
                .valueStream()
                .filter(line -> !line.get("points").isNull())
                .map(line -> line.get("points").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(arithmetic.get("place").get("points").decimalValue()).isEqualByComparingTo(sum.max(BigDecimal.ZERO));
        assertThat(api.as("agency-leader@445224-101")
                        .get(ASSESSMENTS + "/" + id + "/agencies/" + best)
                        .status())
                .as("another agency's")
                .isEqualTo(404);
        Answer published =
                bureau().post(ASSESSMENTS + "/" + id + "/publish", "{'audience':'INTERNAL'}", "If-Match", "*");
        ok(published);
        JsonNode ranking = look(api.as("agency-handler@445224-101"), "/api/supervision/rankings", published);
        assertThat(ranking.get("period").stringValue()).isEqualTo("2023-03");
        assertThat(ranking.get("places")).isEqualTo(shown.get("places"));
        assertThat(ranking.get("honoured").get(0).get("code").stringValue()).isEqualTo(best);
        assertThat(api.anyone().get("/api/public/rankings").status())
                .as("it is internal")
                .isEqualTo(404);
    }

    @Test
    void what_petitions_are_called_before_they_are_redacted_is_only_for_whoever_sees_the_queue() {
        String busy = ok(bureau().get("/api/supervision/board"))
                .at("/agencies/0/agency/code")
                .stringValue();
        String path = "/api/agencies/" + busy + "/scorecard";
        assertThat(ok(bureau().get(path)).get("dueNext")).isNotEmpty();
        assertThat(ok(api.as("agency-handler@" + busy).get(path)).get("dueNext"))
                .isNotEmpty();
        for (String role : List.of("city-leader", "auditor")) {
            assertThat(ok(api.as(role).get(path)).get("dueNext")).as(role).isEmpty();
        }
    }

    @Test
    void an_upheld_objection_changes_the_points_and_is_shown_with_them() {
        String id = open("2023-02", 5);
        Answer calculated = bureau().post(ASSESSMENTS + "/" + id + "/calculate", "", "If-Match", "*");
        ok(calculated);
        JsonNode place =
                look(bureau(), ASSESSMENTS + "/" + id, calculated).get("places").get(0);
        String agency = place.get("agency").get("code").stringValue();
        Answer filed = api.as("agency-leader@" + agency)
                .post(ASSESSMENTS + "/" + id + "/object", "{'text':'少计一件满意'}", "If-Match", "*");
        ok(filed);
        assertThat(bureau().post(ASSESSMENTS + "/" + id + "/publish", "{'audience':'PUBLIC'}", "If-Match", "*")
                        .status())
                .as("the window is open")
                .isEqualTo(422);
        Answer decided = bureau().post(
                        ASSESSMENTS + "/" + id + "/decide-objection",
                        "{'agency':'" + agency + "','upheld':true,'corrections':{'DISSATISFIED':2},'reason':'经核实'}",
                        "If-Match",
                        "*");
        ok(decided);
        JsonNode after = look(bureau(), ASSESSMENTS + "/" + id + "/agencies/" + agency, decided);
        assertThat(after.get("objections")
                        .get(0)
                        .get("corrections")
                        .get("dissatisfied")
                        .asLong())
                .isEqualTo(2);
        assertThat(after.get("place").get("points").decimalValue())
                .isLessThan(place.get("points").decimalValue());
    }

    @Test
    void what_can_not_be_is_refused() {
        String today = LocalDate.now(WorkCalendar.ZONE).toString();
        String running = open(today, 0);
        Answer early = bureau().post(ASSESSMENTS + "/" + running + "/calculate", "", "If-Match", "*");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("only-a-period-that-is-over-is-assessed");
        assertThat(bureau().post(ASSESSMENTS, "{'period':'" + today + "'}").status())
                .as("opened already")
                .isEqualTo(409);
        Answer unbalanced = bureau().post(
                        ASSESSMENTS,
                        "{'period':'2023-01','scheme':" + SCHEME.formatted(0).replace("'RESPONSE':30", "'RESPONSE':31")
                                + "}");
        assertThat(unbalanced.status()).isEqualTo(422);
        assertThat(unbalanced.text()).contains("the-scheme-adds-up", "101");
        assertThat(bureau().post(ASSESSMENTS, "{'period':'2023-13'}").status()).isEqualTo(400);
        assertThat(bureau().post(ASSESSMENTS, "{'period':'2023-01','scheme':{'weights':{'LUCK':100}}}")
                        .status())
                .isEqualTo(400);
        Answer nothing = bureau().post(
                        ASSESSMENTS,
                        "{'period':'2023-01','scheme':"
                                + SCHEME.formatted(0).replace("'RESPONSE':30", "'RESPONSE':null") + "}");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/scheme/weights/RESPONSE");
        assertThat(bureau().post(ASSESSMENTS, "{'period':'0000'}").status()).isEqualTo(400);
        assertThat(bureau().post(ASSESSMENTS + "/ASM-2001/calculate", "", "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(bureau().post(ASSESSMENTS + "/" + running + "/calculate", "").status())
                .isEqualTo(428);
        assertThat(api.as("agency-leader@445224-114").get(ASSESSMENTS).status()).isEqualTo(403);
        assertThat(api.as("citizen@alice")
                        .post(ASSESSMENTS, "{'period':'2023-01'}")
                        .status())
                .isEqualTo(403);
    }
}
