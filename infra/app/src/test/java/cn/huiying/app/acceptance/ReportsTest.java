package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.shared.time.WorkCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Reports over HTTP, of the demo's petitions. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.demo=true")
@Timeout(60)
class ReportsTest {

    private static final String REPORTS = "/api/reports";

    @LocalServerPort
    int port;

    private Api api;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        String folder = Files.createTempDirectory("huiying-reports").toString();
        registry.add("huiying.data", () -> folder);
    }

    @BeforeEach
    void api() {
        api = Api.held(port);
    }

    private Api.As bureau() {
        return api.as("bureau-leader");
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private Answer generated(String order, String... headers) {
        return ok(bureau().post(REPORTS, order, headers));
    }

    private JsonNode look(Answer generated) {
        return ok(api.as("city-leader")
                        .get(
                                generated.header("Location"),
                                "Petition-Min-Position",
                                generated.header("Petition-Position")))
                .json();
    }

    private static JsonNode row(JsonNode report, String table, String name) {
        return report.get("content")
                .get("sections")
                .valueStream()
                .flatMap(section -> section.get("tables").valueStream())
                .filter(one -> one.get("title").stringValue().equals(table))
                .flatMap(one -> one.get("rows").valueStream())
                .map(row -> row.get("cells"))
                .filter(cells -> cells.get(0).stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_monthly_circular_has_the_figures_that_the_statistics_have() {
        JsonNode report = look(generated("{'kind':'MONTHLY','period':'2023-03'}"));
        JsonNode whole = ok(bureau().get("/api/supervision/statistics?period=2023-03"))
                .json()
                .get("whole");
        long received = whole.get("counts").get("received").asLong();
        assertThat(received).isPositive();
        assertThat(row(report, "主要指标", "收到(有效留言)").get(1).stringValue()).isEqualTo("" + received);
        JsonNode rate = whole.get("rates").get("resolution");
        JsonNode shown = row(report, "主要比率", "办结率");
        assertThat(shown.get(1).stringValue())
                .isEqualTo(rate.get("percent").decimalValue().setScale(2).toPlainString());
        assertThat(shown.get(2).stringValue()).isEqualTo(rate.get("numerator").asLong() + "");
        assertThat(shown.get(3).stringValue()).isEqualTo(rate.get("denominator").asLong() + "");
        assertThat(report.get("report").get("preliminary").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'DAILY','period':'2023-03-06'}",
                "{'kind':'WEEKLY','period':'2023-W10'}",
                "{'kind':'ANNUAL','period':'2023'}",
                "{'kind':'TOPIC','from':'2023-01-01','to':'2023-03-31','topic':{'title':'环保诉求','domains':['环保']}}",
                "{'kind':'DAILY','period':'2019-01-01'}"
            })
    void the_same_figures_are_the_same_report_to_the_last_byte(String order) throws IOException {
        Answer first = generated(order);
        Answer again = generated(order);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        look(again);
        for (String form : new String[] {"", "/xlsx", "/docx"}) {
            Answer file = ok(bureau().get(first.header("Location") + form));
            assertThat(ok(bureau().get(first.header("Location") + form)).bytes())
                    .as(form)
                    .isEqualTo(file.bytes());
            assertThat(bureau().get(first.header("Location") + form, "If-None-Match", file.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void workbook_and_document_are_files_with_a_chinese_name() throws IOException {
        Answer generated = generated("{'kind':'MONTHLY','period':'2023-02'}");
        JsonNode report = look(generated);
        String title = report.get("content").get("title").stringValue();
        Answer workbook = ok(bureau().get(generated.header("Location") + "/xlsx"));
        assertThat(workbook.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(workbook.header("Content-Disposition"))
                .contains("filename*=UTF-8''" + URLEncoder.encode(title, StandardCharsets.UTF_8) + ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.bytes()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo(title);
            assertThat(book.getSheetAt(1).getRow(2).getCell(1).getNumericCellValue())
                    .isEqualTo(Double.parseDouble(
                            row(report, "主要指标", "收到(有效留言)").get(1).stringValue()));
        }
        Answer document = ok(bureau().get(generated.header("Location") + "/docx"));
        assertThat(document.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            assertThat(read.getParagraphs().getFirst().getText()).isEqualTo(title);
        }
    }

    @Test
    void a_period_that_is_not_over_is_preliminary() {
        Answer generated = generated(
                "{'kind':'ANNUAL','period':'" + YearMonth.now(WorkCalendar.ZONE).getYear() + "'}");
        assertThat(generated.json().get("preliminary").asBoolean()).isTrue();
        assertThat(look(generated).get("content").get("title").stringValue()).endsWith("(阶段性数据)");
    }

    @Test
    void other_figures_are_another_edition_and_the_earlier_one_stays() {
        String order = "{'kind':'MONTHLY','period':'" + YearMonth.now(WorkCalendar.ZONE) + "'}";
        Answer first = generated(order, "Idempotency-Key", "morning");
        String before = look(first).toString();
        String petition = ok(api.anyone().get("/api/public/petitions?agency=445224-114&limit=1"))
                .json()
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
        ok(bureau().post(
                        "/api/supervision/proposals",
                        "{'kind':'IMPROVE_WORK','agency':'445224-114','title':'改进签收','text':'请每日查看待办并及时签收。','petitions':['"
                                + petition + "']}"));
        Answer second = generated(order);
        assertThat(second.json().get("edition").asInt()).isEqualTo(2);
        assertThat(row(look(second), "三项建议及采纳情况", "改进工作").get(1).stringValue()).isEqualTo("1");
        assertThat(look(first).toString()).isEqualTo(before);
        assertThat(generated(order, "Idempotency-Key", "morning").json())
                .as("a repeated request gets its first answer")
                .isEqualTo(first.json());
        JsonNode list = ok(api.as("auditor").get(REPORTS + "?kind=MONTHLY&limit=1&total=exact"))
                .json();
        assertThat(list.get("items").get(0).get("id")).isEqualTo(second.json().get("id"));
        String next = list.get("next").stringValue();
        assertThat(ok(api.as("auditor").get(REPORTS + "?kind=MONTHLY&limit=1&total=exact&cursor=" + next))
                        .json()
                        .get("items")
                        .get(0)
                        .get("id"))
                .isNotEqualTo(second.json().get("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'period':'2023-03' | /kind | missing",
                "'kind':'MONTHLY' | /period | missing",
                "'kind':'MONTHLY','period':'' | /period | missing",
                "'kind':'MONTHLY','period':'2023-13' | /period | form",
                "'kind':'MONTHLY','period':'2023' | /period | unfit",
                "'kind':'WEEKLY','from':'2023-03-01','to':'2023-03-07' | /period | unfit",
                "'kind':'ANNUAL','period':'2999' | /period | future",
                "'kind':'TOPIC','from':'2999-03-01','to':'2999-03-07','topic':{'title':'环保'} | /from | future",
                "'kind':'TOPIC','from':'2023-03-07','to':'2023-03-01','topic':{'title':'环保'} | /from | order",
                "'kind':'TOPIC','from':'2023-03-07','topic':{'title':'环保'} | /to | missing",
                "'kind':'TOPIC','period':'2023-03','from':'2023-03-01','to':'2023-03-07','topic':{'title':'环保'} | /period | given-twice",
                "'kind':'TOPIC','period':'2023-03' | /topic | missing",
                "'kind':'MONTHLY','period':'2023-03','topic':{'title':'环保'} | /topic | unfit",
                "'kind':'TOPIC','period':'2023-03','topic':{'title':''} | /topic/title | length",
                "'kind':'TOPIC','period':'2023-03','topic':{'title':'找13800001234'} | /topic/title | personal-data",
                "'kind':'TOPIC','period':'2023-03','topic':{'title':'环保','domains':['天文']} | /topic/domains | unknown-value",
                "'kind':'TOPIC','period':'2023-03','topic':{'title':'环保','types':['GOSSIP']} | /topic | wrong-type"
            })
    void what_can_not_be_reported_is_refused(String order, String pointer, String code) {
        Answer refused = bureau().post(REPORTS, "{" + order + "}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        JsonNode fault = refused.json().get("errors").get(0);
        assertThat(fault.get("pointer").stringValue()).startsWith(pointer);
        assertThat(fault.get("code").stringValue()).as(refused.text()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, 201, 200",
        "bureau-leader, 201, 200",
        "city-leader, 403, 200",
        "intake-officer, 403, 200",
        "auditor, 403, 200",
        "agency-leader@445224-114, 403, 403",
        "county-officer@445224, 403, 403",
        "media, 403, 403",
        "citizen@alice, 403, 403"
    })
    void who_generates_and_who_reads(String client, int generates, int reads) {
        String order = "{'kind':'WEEKLY','period':'2023-W08'}";
        Answer report = generated(order);
        look(report);
        assertThat(api.as(client).post(REPORTS, order).status()).isEqualTo(generates);
        for (String path : new String[] {
            REPORTS, report.header("Location"), report.header("Location") + "/xlsx", report.header("Location") + "/docx"
        }) {
            assertThat(api.as(client).get(path).status()).as(path).isEqualTo(reads);
        }
    }

    @Test
    void there_is_no_report_that_was_not_generated() {
        Answer none = bureau().get(REPORTS + "/RPT-ANNUAL-2001.1");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.problem()).isEqualTo("report-not-found");
        assertThat(api.anyone().get(REPORTS).status()).isEqualTo(401);
    }
}
