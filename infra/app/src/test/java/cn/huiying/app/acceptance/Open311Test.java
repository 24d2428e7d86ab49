package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ServiceCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/** Open311 GeoReport v2 over real HTTP, as cities' clients speak it. The demo data is in it. */
@SpringBootTest(classes = HuiyingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class Open311Test {

    private static final String KEY = "key-of-the-app";
    private static final String STRANGERS_KEY = "key-of-an-app-without-an-account";
    private static final String OWNER = "open311-app";
    private static final String TOWN = "445224-114";
    private static final String V2 = "/open311/v2/";
    private static final String LIGHTS = new ServiceCode(PetitionType.HELP, "城建").value();
    private static final String STENCH = new ServiceCode(PetitionType.COMPLAINT, "环保").value();

    @LocalServerPort
    int port;

    private Api api;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                return Files.createTempDirectory("huiying-open311").toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        registry.add("huiying.demo", () -> "true");
        registry.add("huiying.open311.keys." + sha256(KEY), () -> OWNER);
        registry.add("huiying.open311.keys." + sha256(STRANGERS_KEY), () -> "nobody");
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void connect(CapturedOutput output) {
        api = new Api(port);
        Answer registered = api.as("citizen@" + OWNER)
                .post("/api/accounts", "{'name':'欧阳客户','phone':'19900005678','noticeVersion':'2026-11'}");
        if (registered.status() == 201) {
            Matcher codes = Pattern.compile("Code (\\d{6}) for the phone that ends in 78")
                    .matcher(output.getOut());
            assertThat(codes.find()).isTrue();
            assertThat(api.as("citizen@" + OWNER)
                            .post("/api/accounts/me/confirm-phone", "{'code':'" + codes.group(1) + "'}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Element xml(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.text().getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static List<String> names(Element element) {
        return children(element).stream().map(Element::getTagName).toList();
    }

    private static String child(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        return answer.json();
    }

    /** The element of a list in the specification's XML. */
    private static String item(String list) {
        return list.equals("service_requests") ? "request" : list.substring(0, list.length() - 1);
    }

    /** That the XML says what the JSON says, element by element. */
    private static void assertSame(Element xml, JsonNode json) {
        if (json.isArray()) {
            assertThat(names(xml)).hasSize(json.size()).allMatch(item(xml.getTagName())::equals);
            IntStream.range(0, json.size())
                    .forEach(i -> assertSame(children(xml).get(i), json.get(i)));
        } else if (json.isObject()) {
            assertThat(names(xml)).containsExactlyElementsOf(json.propertyNames());
            children(xml).forEach(child -> assertSame(child, json.get(child.getTagName())));
        } else {
            assertThat(xml.getTextContent()).isEqualTo(json.isNull() ? "" : json.asString());
        }
    }

    private Answer get(String path, String... headers) {
        Answer answer = api.anyone().get(path, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("api_key", KEY);
        form.put("jurisdiction_id", "jieyang.gov.cn");
        form.put("service_code", LIGHTS);
        form.put("lat", "23.0360");
        form.put("long", "116.2950");
        form.put("address_string", "葵潭镇中学门口");
        form.put("first_name", "约翰");
        form.put("last_name", "史密斯");
        form.put("email", "smith@example.org");
        form.put("phone", "13900001111");
        form.put("device_id", "tt222111");
        form.put("description", "葵潭镇中学门口的路灯坏了两周,\n晚上放学看不清路,请尽快修好。");
        form.put("attribute[district]", "445224");
        form.put("attribute[asset]", "unknown to the platform");
        return form;
    }

    private Answer send(Map<String, String> form, String format, String... headers) {
        String body = form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        all.addAll(List.of(headers));
        return api.anyone().post(V2 + "requests." + format, body, all.toArray(String[]::new));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer sent(Map<String, String> form) {
        Answer answer = send(form, "json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static String number(Answer posted) {
        return json(posted).get(0).get("service_request_id").stringValue();
    }

    private String idOf(String number) {
        return api.as("citizen@" + OWNER)
                .get("/api/petitions/mine?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("number").stringValue().equals(number))
                .findFirst()
                .orElseThrow()
                .get("id")
                .stringValue();
    }

    private String[] must(String client, String id, String command, String body) {
        Answer answer = api.as(client).post("/api/petitions/" + id + "/" + command, body, "If-Match", "*");
        assertThat(answer.status()).as(command + ": " + answer.text()).isEqualTo(200);
        return new String[] {"Petition-Min-Position", answer.header("Petition-Position")};
    }

    private String[] published(Answer posted) {
        api.as("citizen@" + OWNER)
                .get("/api/petitions/mine", "Petition-Min-Position", posted.header("Petition-Position"));
        String id = idOf(number(posted));
        must("intake-officer", id, "accept", "{'petitionClass':'CLAIM','limitClass':'C7','urgency':'NORMAL'}");
        return must("intake-officer", id, "publish", "{'title':'葵潭镇路灯不亮','body':'中学门口的路灯坏了 & <两周> 𠮷\\u0001。'}");
    }

    @Test
    void discovery_tells_where_and_in_which_forms_it_is_served() {
        JsonNode json = json(get("/open311/discovery.json"));
        Element xml = xml(get("/open311/discovery.xml"));
        assertThat(xml.getTagName()).isEqualTo("discovery");
        assertThat(names(xml)).containsExactly("changeset", "contact", "key_service", "endpoints");
        assertSame(xml, json);
        JsonNode endpoint = json.get("endpoints").get(0);
        assertThat(endpoint.propertyNames()).containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(endpoint.get("specification").stringValue()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").stringValue()).isEqualTo("http://localhost:" + port + "/open311/v2");
        assertThat(endpoint.get("type").stringValue()).isEqualTo("production");
        assertThat(endpoint.get("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
    }

    @Test
    void every_field_of_life_has_a_service_of_each_type_and_a_definition() {
        Answer answer = get(V2 + "services.json?jurisdiction_id=jieyang.gov.cn&api_key=any&lang=zh");
        JsonNode services = json(answer);
        Element xml = xml(get(V2 + "services.xml"));
        assertThat(xml.getTagName()).isEqualTo("services");
        assertSame(xml, services);
        assertThat(services.size()).isEqualTo(75);
        Set<String> codes = services.valueStream()
                .map(service -> service.get("service_code").stringValue())
                .collect(Collectors.toSet());
        assertThat(codes).hasSize(75).contains(LIGHTS).allMatch(code -> code.matches("[A-Z]+-[0-9A-F]+"));
        JsonNode lights = services.valueStream()
                .filter(service -> service.get("service_code").stringValue().equals(LIGHTS))
                .findFirst()
                .orElseThrow();
        assertThat(lights.propertyNames())
                .containsExactly(
                        "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(lights.get("service_name").stringValue()).isEqualTo("城建求助");
        assertThat(lights.get("metadata").booleanValue()).isTrue();
        assertThat(lights.get("type").stringValue()).isEqualTo("realtime");
        assertThat(lights.get("group").stringValue()).isEqualTo("城建");

        JsonNode definition = json(get(V2 + "services/" + LIGHTS + ".json"));
        Element definitionXml = xml(get(V2 + "services/" + LIGHTS + ".xml"));
        assertThat(definitionXml.getTagName()).isEqualTo("service_definition");
        assertSame(definitionXml, definition);
        assertThat(definition.get("service_code").stringValue()).isEqualTo(LIGHTS);
        JsonNode district = definition.get("attributes").get(0);
        assertThat(district.propertyNames())
                .containsExactly(
                        "variable",
                        "code",
                        "datatype",
                        "required",
                        "datatype_description",
                        "order",
                        "description",
                        "values");
        assertThat(district.get("code").stringValue()).isEqualTo("district");
        assertThat(district.get("required").booleanValue()).isTrue();
        assertThat(district.get("values").get(0).toString()).isEqualTo("{\"key\":\"445200\",\"name\":\"揭阳市\"}");
        assertThat(district.get("values").size()).isEqualTo(6);

        assertThat(api.anyone()
                        .get(V2 + "services.json", "If-None-Match", answer.header("ETag"))
                        .status())
                .as("what a client has is not sent again")
                .isEqualTo(304);
    }

    @Test
    void a_request_goes_from_the_post_to_the_public_answer_and_nothing_personal_is_told() {
        Answer posted = sent(form());
        JsonNode created = json(posted);
        assertThat(created.size()).isEqualTo(1);
        assertThat(created.get(0).propertyNames())
                .containsExactly("service_request_id", "service_notice", "account_id");
        String number = number(posted);
        assertThat(number).matches("JY\\d{14}");
        String[] after = {"Petition-Min-Position", posted.header("Petition-Position")};
        assertThat(api.anyone().get(V2 + "requests/" + number + ".json", after).status())
                .as("it is not public yet")
                .isEqualTo(404);
        assertThat(get(V2 + "requests.json?service_request_id=" + number, after).text())
                .isEqualTo("[]");
        Matcher code = Pattern.compile("lookup code ([0-9A-Z]{10})")
                .matcher(created.get(0).get("service_notice").stringValue());
        assertThat(code.find()).isTrue();
        assertThat(api.anyone()
                        .get("/api/public/lookup?number=" + number + "&code=" + code.group(1))
                        .status())
                .isEqualTo(200);

        String id = idOf(number);
        JsonNode file = api.as("citizen@" + OWNER).get("/api/petitions/" + id).json();
        assertThat(file.toString())
                .contains("葵潭镇中学门口的路灯坏了两周, 晚上放学看不清路,请尽快", "COUNTY_LEADER", "ANONYMOUS")
                .doesNotContain("史密斯", "smith@example.org", "13900001111", "tt222111");

        assertThat(api.as("intake-officer")
                        .get("/api/petitions/" + id + "/contact")
                        .json()
                        .get("place")
                        .stringValue())
                .isEqualTo("葵潭镇中学门口(23.0360,116.2950)");

        String[] shown = published(posted);
        Answer open = get(V2 + "requests/" + number + ".json", shown);
        JsonNode request = json(open).get(0);
        Element xml = xml(get(V2 + "requests/" + number + ".xml", shown));
        assertThat(xml.getTagName()).isEqualTo("service_requests");
        assertThat(names(xml)).containsExactly("request");
        assertThat(names(children(xml).getFirst()))
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        assertThat(child(children(xml).getFirst(), "description"))
                .as("XML can't have every character")
                .isEqualTo("葵潭镇路灯不亮\n中学门口的路灯坏了 & <两周> 𠮷\uFFFD。");
        assertThat(request.get("status").stringValue()).isEqualTo("open");
        assertThat(request.get("service_code").stringValue()).isEqualTo(LIGHTS);
        assertThat(request.get("service_name").stringValue()).isEqualTo("城建求助");
        assertThat(request.get("requested_datetime").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*\\+08:00");
        for (String hidden : List.of(
                "status_notes", "agency_responsible", "expected_datetime", "address", "lat", "long", "media_url")) {
            assertThat(request.get(hidden).isNull()).as(hidden).isTrue();
        }

        must("intake-officer", id, "dispatch", "{'agency':'" + TOWN + "'}");
        must("agency-handler@" + TOWN, id, "sign", "{}");
        must("agency-handler@" + TOWN, id, "log-contact", "{'channel':'PHONE','reached':true,'note':'已联系'}");
        must(
                "agency-handler@" + TOWN,
                id,
                "submit-reply",
                "{'outcome':'SUPPORTED','text':'已修复,内部。','legalBasis':'条例','evidence':'照片'}");
        must("agency-leader@" + TOWN, id, "approve-reply", "{}");
        String[] replied = must("intake-officer", id, "publish-reply", "{'text':'三盏路灯已修复。'}");
        Answer closed = get(V2 + "requests/" + number + ".json", replied);
        JsonNode resolved = json(closed).get(0);
        assertThat(resolved.get("status").stringValue()).isEqualTo("closed");
        assertThat(resolved.get("status_notes").stringValue()).isEqualTo("三盏路灯已修复。");
        assertThat(resolved.get("agency_responsible").stringValue()).isEqualTo("葵潭镇人民政府");
        assertThat(OffsetDateTime.parse(resolved.get("updated_datetime").stringValue()))
                .isAfter(OffsetDateTime.parse(request.get("updated_datetime").stringValue()));
        for (Answer answer : List.of(posted, open, closed)) {
            assertThat(answer.text()).doesNotContain("欧阳", "19900005678", "23.0360", "放学看不清", "内部", OWNER, KEY);
        }

        String[] down = must("intake-officer", id, "take-down", "{'reason':'复核'}");
        assertThat(api.anyone().get(V2 + "requests/" + number + ".xml", down).status())
                .isEqualTo(404);
        assertThat(get(V2 + "requests.json", down).text()).doesNotContain(number);
    }

    @Test
    void the_list_has_what_is_asked_for_newest_first_and_no_more() {
        Answer lights = sent(form());
        Map<String, String> complaint = form();
        complaint.put("service_code", STENCH);
        complaint.put("description", "臭".repeat(150) + "\n" + "味".repeat(200));
        complaint.put("attribute[title]", "养鸭场臭气扰民");
        Answer stench = sent(complaint);
        published(lights);
        String[] shown = published(stench);
        String first = number(lights);
        String second = number(stench);

        assertThat(ids("requests.json", shown)).containsSubsequence(second, first);
        assertThat(ids("requests.json?page_size=1", shown)).containsExactly(second);
        assertThat(ids("requests.json?page=2&page_size=1", shown)).containsExactly(first);
        assertThat(ids("requests.json?service_code=" + LIGHTS, shown))
                .contains(first)
                .doesNotContain(second);
        assertThat(ids("requests.json?service_code=" + LIGHTS + "," + STENCH, shown))
                .containsSubsequence(second, first);
        assertThat(ids("requests.json?status=closed", shown)).doesNotContain(first, second);
        assertThat(ids("requests.json?status=open,closed", shown)).contains(first, second);
        assertThat(ids("requests.json?service_request_id=" + first + "," + second + ",JY1&status=closed", shown))
                .as("ids override everything else")
                .containsExactly(first, second);
        String now = Instant.now().toString();
        assertThat(ids("requests.json?end_date=" + Instant.now().minusSeconds(86_400), shown))
                .doesNotContain(first);
        assertThat(ids("requests.json?start_date=" + Instant.now().minusSeconds(86_400) + "&end_date=" + now, shown))
                .contains(first);
        assertThat(ids("requests.json?start_date=" + encode("2023-03-01T00:00:00+08:00"), shown))
                .as("90 days from then")
                .isNotEmpty()
                .doesNotContain(first);
        assertThat(ids("requests.json?status=&service_code=&page=", shown))
                .as("what is empty is not there")
                .contains(first);
        assertSame(
                xml(get(V2 + "requests.xml?start_date=2023-03-01&end_date=2023-03-31", shown)),
                json(get(V2 + "requests.json?start_date=2023-03-01&end_date=2023-03-31", shown)));
    }

    /** Services of different types in different fields, held against the public listing. */
    @Test
    void the_list_of_some_services_is_exactly_what_the_listing_has_of_them() {
        Set<String> expected = new HashSet<>();
        for (String[] some : new String[][] {{"COMPLAINT", "环保"}, {"HELP", "交通"}, {"CONSULTATION", "企业"}}) {
            api.anyone()
                    .get("/api/public/petitions?limit=100&from=2023-01-01&to=2023-03-31&type=" + some[0] + "&domain="
                            + encode(some[1]))
                    .json()
                    .get("items")
                    .forEach(item -> expected.add(item.get("number").stringValue()));
        }
        assertThat(expected).hasSizeGreaterThan(5);
        String codes = STENCH + "," + new ServiceCode(PetitionType.HELP, "交通").value() + "&service_code="
                + new ServiceCode(PetitionType.CONSULTATION, "企业").value();
        List<String> found = ids("requests.json?start_date=2023-01-01&end_date=2023-03-31&service_code=" + codes);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        List<String> pages = new ArrayList<>();
        for (int page = 1; pages.size() < found.size(); page++) {
            pages.addAll(ids("requests.json?start_date=2023-01-01&end_date=2023-03-31&page_size=2&page=" + page
                    + "&service_code=" + codes));
        }
        assertThat(pages).as("page by page").isEqualTo(found);
    }

    private List<String> ids(String query, String... headers) {
        return json(get(V2 + query, headers))
                .valueStream()
                .map(request -> request.get("service_request_id").stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "services.json?jurisdiction_id=sfgov.org, 404, jurisdiction_id",
        "requests.xml?jurisdiction_id=sfgov.org, 404, jurisdiction_id",
        "services/001.xml, 404, service_code",
        "services/001.json, 404, service_code",
        "requests.json?service_code=001, 400, service_code",
        "requests.json?status=foo, 400, status",
        "requests.json?start_date=yesterday, 400, start_date",
        "requests.json?start_date=2023-02-30, 400, start_date",
        "requests.json?end_date=2023-03-01T00:00:00, 400, end_date",
        "requests.xml?start_date=2023-03-02T00:00:00Z&end_date=2023-03-01T00:00:00Z, 400, start_date",
        "requests.json?start_date=2023-01-01T00:00:00Z&end_date=2023-04-02T00:00:00Z, 400, 90",
        "requests.json?start_date=2999-01-01T00:00:00Z, 400, start_date",
        "requests.json?start_date=2023-01-01&start_date=2023-01-02, 400, start_date",
        "requests.json?page=0, 400, page",
        "requests.json?page=11, 400, 1000",
        "requests.json?page_size=1001, 400, page_size",
        "requests/JY00000000000000.json, 404, petition",
        "requests/PET-1.xml, 404, petition",
        "requests.yaml, 404, Not found",
        "requests, 404, Not found",
        "services.json.exe, 404, Not found",
        "tokens/1.xml, 404, Not found",
    })
    void what_can_not_be_answered_is_told_in_the_shape_of_the_specification(String path, int status, String about) {
        errors(api.anyone().get(V2 + path, "Accept-Language", "en"), path, status, about);
    }

    private static void errors(Answer answer, String path, int status, String about) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (path.replaceAll("\\?.*", "").endsWith(".json")) {
            JsonNode errors = json(answer);
            assertThat(errors.size()).isPositive();
            assertThat(errors.get(0).propertyNames()).containsExactly("code", "description");
            assertThat(errors.get(0).get("code").intValue()).isEqualTo(status);
            assertThat(errors.get(0).get("description").stringValue()).contains(about);
        } else {
            Element errors = xml(answer);
            assertThat(errors.getTagName()).isEqualTo("errors");
            Element error = children(errors).getFirst();
            assertThat(error.getTagName()).isEqualTo("error");
            assertThat(names(error)).containsExactly("code", "description");
            assertThat(child(error, "code")).isEqualTo("" + status);
            assertThat(child(error, "description")).contains(about);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api_key||403|api_key",
                "api_key|wrong|403|api_key",
                "api_key|" + STRANGERS_KEY + "|400|Register an account",
                "jurisdiction_id|sfgov.org|404|jurisdiction_id",
                "service_code||400|service_code",
                "service_code|001|404|service_code",
                "description||400|description",
                "description|短|400|attribute[title]",
                "attribute[title]|短|400|attribute[title]: ",
                "attribute[district]||400|attribute[district]",
                "attribute[district]|1|400|attribute[district]",
                "attribute[visibility]|all|400|attribute[visibility]: ",
                "lat|north|400|lat",
                "lat|90.1|400|lat",
                "lat||400|lat",
                "long|1e999999999|400|long",
            })
    void what_can_not_be_posted_is_told_in_the_shape_of_the_specification(
            String argument, String value, int status, String about) {
        Map<String, String> form = form();
        form.put(argument, value == null ? "" : value);
        for (String format : List.of("xml", "json")) {
            errors(send(form, format, "Accept-Language", "en"), "requests." + format, status, about);
        }
        assertThat(api.as("citizen@nobody").get("/api/petitions/mine").text()).contains("\"items\":[]");
    }

    @Test
    void a_place_is_needed_and_a_text_that_is_too_long_is_told() {
        Map<String, String> form = form();
        form.remove("lat");
        form.remove("long");
        assertThat(send(form, "json").status()).isEqualTo(201);
        form.remove("address_string");
        errors(send(form, "json"), "requests.json", 400, "address_string");
        form.put("lat", "23.0360");
        form.put("long", "116.2950");
        Answer xml = send(form, "xml");
        assertThat(xml.status()).isEqualTo(201);
        assertThat(names(children(xml(xml)).getFirst()))
                .containsExactly("service_request_id", "service_notice", "account_id");
        form.put("description", "长".repeat(1001));
        errors(send(form, "xml"), "requests.xml", 400, "description: ");
    }

    @Test
    void the_same_post_with_the_same_key_is_answered_again() {
        String key = UUID.randomUUID().toString();
        Answer first = send(form(), "json", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(number(send(form(), "json", "Idempotency-Key", key))).isEqualTo(number(first));
        Map<String, String> other = form();
        other.put("description", "另一件事:路边井盖丢失。");
        errors(send(other, "json", "Idempotency-Key", key), "requests.json", 400, "Idempotency-Key");
    }

    @Test
    void what_the_server_refuses_has_the_same_shape(CapturedOutput output) {
        errors(api.anyone().method("DELETE", V2 + "requests.json"), "requests.json", 405, "");
        errors(api.anyone().method("DELETE", V2 + "services.xml"), "services.xml", 405, "");
        errors(api.anyone().post(V2 + "requests.xml", "{}"), "requests.xml", 415, "");
        errors(api.anyone().get(V2 + "requests.xml", "Authorization", "Bearer nonsense"), "requests.xml", 401, "");
        errors(
                api.anyone().get(V2 + "requests.json", "Petition-Min-Position", "x"),
                "requests.json",
                400,
                "Petition-Min-Position");
        errors(
                api.anyone()
                        .post(
                                V2 + "requests.json",
                                "description=" + "a".repeat(300_000),
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                "requests.json",
                413,
                "");
        errors(
                api.anyone()
                        .post(
                                V2 + "requests.json",
                                "api_key=" + KEY + "&description=%zz",
                                "Content-Type",
                                "application/x-www-form-urlencoded"),
                "requests.json",
                400,
                "");
        assertThat(output.getOut()).as("what it quotes stands in no log").doesNotContain("%zz");
    }

    /** Whatever a client says that it accepts: the form is in the path. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "application/xml", "application/json", "text/xml;q=0.1"})
    void the_form_is_chosen_by_the_path(String accept) {
        xml(get(V2 + "services.xml", "Accept", accept));
        json(get(V2 + "services.json", "Accept", accept));
        errors(api.anyone().get(V2 + "services/1.xml", "Accept", accept), "1.xml", 404, "");
    }

    @Test
    void the_other_doors_speak_no_xml() {
        Answer listing = api.anyone().get("/api/public/petitions?limit=1", "Accept", "text/xml, application/xml");
        assertThat(listing.status()).isEqualTo(406);
        Answer posted =
                api.as("citizen@" + OWNER).post("/api/petitions", "<petition/>", "Content-Type", "application/xml");
        assertThat(posted.status()).isEqualTo(415);
    }

    @Test
    void a_key_is_no_token() {
        assertThat(api.anyone().get("/api/petitions/mine?api_key=" + KEY).status())
                .isEqualTo(401);
        Answer options = api.anyone().method("OPTIONS", V2 + "requests.json");
        assertThat(options.header("Allow")).contains("GET", "POST");
    }

    @Test
    void the_api_document_describes_the_doors() {
        JsonNode paths = api.anyone().get("/openapi.json").json().get("paths");
        JsonNode list = paths.get("/open311/v2/requests.{format}");
        assertThat(list.get("get").get("parameters").valueStream().map(parameter -> parameter
                        .get("name")
                        .stringValue()))
                .containsExactlyInAnyOrder(
                        "format",
                        "jurisdiction_id",
                        "service_request_id",
                        "service_code",
                        "start_date",
                        "end_date",
                        "status",
                        "page",
                        "page_size");
        assertThat(list.get("post").get("requestBody").get("content").propertyNames())
                .containsExactly("application/x-www-form-urlencoded");
        assertThat(list.get("post").get("responses").propertyNames())
                .containsExactlyInAnyOrder("201", "400", "403", "404");
        for (String path : List.of(
                "/open311/discovery.{format}",
                "/open311/v2/services.{format}",
                "/open311/v2/services/{code}.{format}",
                "/open311/v2/requests/{id}.{format}")) {
            JsonNode responses = paths.get(path).get("get").get("responses");
            assertThat(paths.get(path).get("get").get("security")).isEmpty();
            assertThat(responses.get("200").get("content").propertyNames())
                    .containsExactlyInAnyOrder("application/json", "text/xml");
            assertThat(responses.get("404").get("content").has("application/problem+json"))
                    .isFalse();
        }
        assertThat(api.anyone().get("/openapi.json").text())
                .contains("\"service_request_id\"", "\"datatype_description\"");
    }
}
