package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Accounts of enterprises over HTTP, from the registration to the first demand. */
@SpringBootTest(classes = HuiyingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class EnterprisesTest {

    private static final String CODE = "91350100M000100Y43";
    private static Path folder;

    @LocalServerPort
    int port;

    private final String subject = "factory-" + UUID.randomUUID();
    private final String account = "ACC-" + subject;
    private Api api;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        folder = Files.createTempDirectory("huiying-enterprises");
        registry.add("huiying.data", () -> folder.toString());
    }

    @BeforeEach
    void api() {
        api = Api.held(port);
    }

    private Api.As enterprise() {
        return api.as("enterprise@" + subject);
    }

    private Api.As officer() {
        return api.as("intake-officer");
    }

    private static String particulars(String code) {
        return "{'name':'揭阳市恒砺五金制品有限公司','creditCode':'" + code + "','contact':'骆明谦','phone':'13800007083',"
                + "'industry':'MANUFACTURING','size':'SMALL','district':'445281','noticeVersion':'2026-11'}";
    }

    private static final String DEMAND =
            """
            {'section':'ENTERPRISE_DEMAND','board':'MUNICIPAL_LEADER','type':'HELP','domain':'企业','district':'445281',
             'visibilityWish':'PUBLIC','title':'厂区用电容量不足','body':'请协调增容。'}""";

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private void confirmPhone(CapturedOutput output) {
        String code = Pattern.compile("Code (\\d{6}) for the phone")
                .matcher(output.getOut())
                .results()
                .map((MatchResult result) -> result.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        ok(enterprise().post("/api/accounts/me/confirm-phone", "{'code':'" + code + "'}"));
    }

    @Test
    void an_enterprise_posts_once_an_officer_has_verified_it(CapturedOutput output) {
        Answer registered = ok(enterprise().post("/api/enterprises", particulars(CODE)));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.header("Location")).isEqualTo("/api/accounts/me");
        confirmPhone(output);

        Answer early = enterprise().post("/api/petitions", DEMAND);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.problem()).isEqualTo("account-may-post");
        assertThat(early.text()).contains("认证正在审核");

        JsonNode row = row("PENDING");
        assertThat(row.get("name").stringValue()).isEqualTo("揭阳市恒砺五金制品有限公司");
        assertThat(row.get("industryText").stringValue()).isEqualTo("制造业");
        Answer opened = ok(officer().get("/api/enterprises/" + account + "/particulars"));
        assertThat(opened.json().get("creditCode").stringValue()).isEqualTo(CODE);
        assertThat(opened.json().get("contact").stringValue()).isEqualTo("骆明谦");

        String looked = "'particularsAt':'" + opened.json().get("particularsAt").stringValue() + "'";
        ok(officer().post("/api/enterprises/" + account + "/refuse", "{" + looked + ",'reason':'名称与代码不符'}"));
        assertThat(enterprise().post("/api/petitions", DEMAND).text()).contains("名称与代码不符");
        ok(enterprise().post("/api/enterprises", particulars("9144030071526726XG")));
        confirmPhone(output);
        Answer unseen = officer().post("/api/enterprises/" + account + "/verify", "{" + looked + "}");
        assertThat(unseen.status()).as(unseen.text()).isEqualTo(412);
        String again = "{'particularsAt':'"
                + ok(officer().get("/api/enterprises/" + account + "/particulars"))
                        .json()
                        .get("particularsAt")
                        .stringValue()
                + "'}";
        Answer verified = ok(officer().post("/api/enterprises/" + account + "/verify", again));
        assertThat(verified.json().at("/enterprise/verification").stringValue()).isEqualTo("VERIFIED");
        assertThat(officer()
                        .post("/api/enterprises/" + account + "/verify", again)
                        .problem())
                .isEqualTo("an-enterprise-awaits-verification");
        assertThat(officer()
                        .post("/api/enterprises/" + account + "/verify", "{}")
                        .json()
                        .at("/errors/0/pointer")
                        .stringValue())
                .isEqualTo("/particularsAt");

        assertThat(ok(enterprise().post("/api/petitions", DEMAND)).json().get("number"))
                .isNotNull();
        Answer elsewhere = enterprise().post("/api/petitions", DEMAND.replace("ENTERPRISE_DEMAND", "MASS_MESSAGE"));
        assertThat(elsewhere.problem()).isEqualTo("section-fits-the-author");
    }

    private JsonNode row(String verification) {
        String position = enterprise().get("/api/accounts/me").header("Petition-Position");
        return ok(officer().get("/api/enterprises?verification=" + verification, "Petition-Min-Position", position))
                .json()
                .get("items")
                .valueStream()
                .filter(one -> one.get("id").stringValue().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_officer_is_told_of_another_account_with_the_same_code() {
        ok(enterprise().post("/api/enterprises", particulars("91330100799655058B")));
        String twin = "twin-" + UUID.randomUUID();
        ok(api.as("enterprise@" + twin).post("/api/enterprises", particulars("91330100799655058B")));
        assertThat(row("PENDING").get("sameEnterprise").valueStream().map(JsonNode::stringValue))
                .containsExactly("ACC-" + twin);
    }

    @Test
    void nothing_that_the_enterprise_gave_stands_in_the_log_or_the_lists_in_the_clear() throws IOException {
        ok(enterprise().post("/api/enterprises", particulars("914403001922038216")));
        row("PENDING");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                for (String given : List.of("914403001922038216", "骆明谦", "恒砺五金", "13800007083")) {
                    assertThat(content.contains(given))
                            .as(file + " has " + given)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91350100M000100Y44, /creditCode, check-character",
        "91350100M000100Y43, 91350100m000100y43, /creditCode, form",
        "13800007083, 12345, /phone, form",
        "445281, 110000, /district, unknown-value",
        "MANUFACTURING, STEEL, /industry, unknown-value",
        "'\"size\":\"SMALL\",', '', /size, missing"
    })
    void bad_particulars_are_refused_by_name(String right, String wrong, String pointer, String fault) {
        String body = particulars(CODE).replace('\'', '"').replace(right, wrong);
        Answer answer = enterprise().post("/api/enterprises", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").stringValue()).isEqualTo(fault);
    }

    @Test
    void each_role_has_its_own_doors() {
        assertThat(api.as("citizen@alice")
                        .post("/api/enterprises", particulars(CODE))
                        .status())
                .isEqualTo(403);
        assertThat(enterprise()
                        .post("/api/accounts", "{'name':'骆明谦','phone':'13800007083','noticeVersion':'2026-11'}")
                        .status())
                .isEqualTo(403);
        ok(enterprise().post("/api/enterprises", particulars(CODE)));
        for (String role : List.of("citizen@alice", "supervisor", "agency-handler@445224-114", "auditor")) {
            assertThat(api.as(role).get("/api/enterprises").status()).as(role).isEqualTo(403);
            assertThat(api.as(role)
                            .get("/api/enterprises/" + account + "/particulars")
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(officer().post("/api/enterprises/ACC-nobody/verify", "{}").status())
                .isEqualTo(404);
    }
}
