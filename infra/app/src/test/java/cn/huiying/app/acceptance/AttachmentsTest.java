package cn.huiying.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.app.HuiyingApplication;
import cn.huiying.app.acceptance.Api.Answer;
import cn.huiying.app.wiring.PlatformProperties;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Pictures over HTTP: what is taken, what becomes of it, and who is shown it. */
@SpringBootTest(
        classes = HuiyingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "huiying.demo=true")
@ExtendWith(OutputCaptureExtension.class)
class AttachmentsTest {

    private static final String TOWN = "445224-114";
    private static final String INTAKE = "intake-officer";
    private static final String JPEG = "image/jpeg";
    private static final int LIMIT = 5 << 20;

    @LocalServerPort
    int port;

    @Autowired
    private PlatformProperties properties;

    private Api api;
    private String citizen;
    private String petition;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("huiying.data", () -> {
            try {
                return Files.createTempDirectory("huiying-attachments").toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @BeforeEach
    void a_citizen_posts_a_petition(CapturedOutput output) {
        api = new Api(port);
        citizen = "citizen@C-" + UUID.randomUUID();
        api.as(citizen).post("/api/accounts", "{'name':'陈大文','phone':'19900001234','noticeVersion':'2026-11'}");
        String code = Pattern.compile("Code (\\d{6}) for the phone")
                .matcher(output.getOut())
                .results()
                .map(MatchResult::group)
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring(5, 11);
        assertThat(api.as(citizen)
                        .post("/api/accounts/me/confirm-phone", "{'code':'" + code + "'}")
                        .status())
                .isEqualTo(200);
        petition = post();
    }

    private String post() {
        Answer posted = api.as(citizen)
                .post(
                        "/api/petitions",
                        "{'section':'MASS_MESSAGE','board':'COUNTY_LEADER','type':'HELP','domain':'环保','district':'445224',"
                                + "'visibilityWish':'PUBLIC','title':'葵潭镇路灯不亮','body':'路灯坏了两周'}");
        assertThat(posted.status()).as(posted.text()).isEqualTo(201);
        return posted.json().get("id").stringValue();
    }

    private Answer must(String client, String command, String body) {
        Answer answer = api.as(client).post("/api/petitions/" + petition + "/" + command, body, "If-Match", "*");
        assertThat(answer.status()).as(command + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer upload(byte[] picture, String... headers) {
        return upload("", JPEG, picture, headers);
    }

    private Answer upload(String query, String contentType, byte[] picture, String... headers) {
        return api.as(citizen).upload(attachments() + query, contentType, BodyPublishers.ofByteArray(picture), headers);
    }

    private String added(String query) throws IOException {
        Answer added = upload(query, JPEG, photograph(UUID.randomUUID().hashCode()));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().get("attachmentId").stringValue();
    }

    private String attachments() {
        return "/api/petitions/" + petition + "/attachments";
    }

    private Answer published(String attachment) {
        return api.anyone().get("/api/public/petitions/" + petition + "/attachments/" + attachment);
    }

    private void publish() {
        must(INTAKE, "publish", "{'title':'葵潭镇路灯不亮','body':'路灯坏了两周'}");
    }

    private static final String ACCEPT = "{'petitionClass':'CLAIM','limitClass':'C7','urgency':'NORMAL'}";

    // Who is shown what.

    @Test
    void a_picture_is_cleaned_kept_sealed_and_shown_to_whoever_may_see_the_file() throws Exception {
        byte[] given = photograph(1);
        assertThat(text(given)).contains("GPSLatitude");

        Answer added = upload(given);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String location = added.header("Location");
        assertThat(location).matches("/api/petitions/" + petition + "/attachments/ATT-[0-9a-f-]{36}");
        assertThat(added.json().get("visibleToPublic").booleanValue()).isFalse();
        assertThat(added.json().get("state").stringValue()).isEqualTo("PENDING_REVIEW");
        assertThat(added.header("ETag")).isEqualTo("\"" + added.json().get("version") + "\"");

        Answer shown = api.as(citizen).get(location);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(text(shown.bytes())).doesNotContain("GPS");
        assertThat(pixels(shown.bytes())).isEqualTo(pixels(given));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown.bytes()));
        assertThat(added.json().get("sha256").stringValue()).isEqualTo(sha256);
        assertThat(added.json().get("size").intValue()).isEqualTo(shown.bytes().length);
        assertThat(shown.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        assertThat(shown.header("Content-Type")).isEqualTo(JPEG);
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(shown.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"" + location.substring(location.lastIndexOf('/') + 1) + ".jpg\"");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        Answer again = api.as(citizen).get(location, "If-None-Match", shown.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();

        JsonNode listed = api.as(citizen)
                .get("/api/petitions/" + petition)
                .json()
                .get("attachments")
                .get(0);
        assertThat(listed.get("url").stringValue()).isEqualTo(location);
        assertThat(listed.get("contentType").stringValue()).isEqualTo(JPEG);
        assertThat(listed.get("visibleToPublic").booleanValue()).isFalse();

        Path file = properties
                .data()
                .resolve("attachments")
                .resolve("ACC-" + subject())
                .resolve(sha256);
        assertThat(text(Files.readAllBytes(file))).startsWith("A256GCM\n").doesNotContain("JFIF");
    }

    private String subject() {
        return citizen.substring(citizen.indexOf('@') + 1);
    }

    @Test
    void a_picture_exists_for_nobody_else() throws IOException {
        String location = attachments() + "/" + added("?public=true");
        must(INTAKE, "accept", ACCEPT);
        must(INTAKE, "dispatch", "{'agency':'" + TOWN + "'}");

        for (String client : List.of(
                INTAKE, "supervisor", "county-officer@445224", "agency-handler@" + TOWN, "agency-leader@" + TOWN)) {
            assertThat(api.as(client).get(location).status()).as(client).isEqualTo(200);
        }
        for (String client : List.of(
                "citizen@somebody-else",
                "agency-handler@445224-113",
                "county-officer@445222",
                "media",
                "auditor",
                "sys-admin")) {
            assertThat(api.as(client).get(location).status()).as(client).isEqualTo(404);
        }
        assertThat(api.anyone().get(location).status()).isEqualTo(401);
    }

    @Test
    void the_public_is_shown_what_the_author_lets_it_see_once_the_petition_is_published() throws IOException {
        String wished = added("?public=true");
        String mine = added("");
        must(INTAKE, "accept", ACCEPT);
        assertThat(published(wished).status()).as("not published yet").isEqualTo(404);
        assertThat(published(wished).problem()).isEqualTo("petition-not-found");

        publish();
        Answer shown = published(wished);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-cache, public");
        assertThat(shown.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(api.anyone()
                        .get(
                                "/api/public/petitions/" + petition + "/attachments/" + wished,
                                "If-None-Match",
                                shown.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(published(mine).status()).isEqualTo(404);
        assertThat(published(mine).problem()).isEqualTo("attachment-not-found");
        assertThat(published("ATT-unknown").status()).isEqualTo(404);
        assertThat(published("..").status()).isIn(400, 404);
        assertThat(urls()).containsExactly("/api/public/petitions/" + petition + "/attachments/" + wished);

        String later = added("?public=true");
        assertThat(published(later).status()).as("nobody has looked at it").isEqualTo(404);
        publish();
        assertThat(published(later).status()).isEqualTo(200);
        assertThat(urls()).hasSize(2);

        must(INTAKE, "hide-attachment", "{'attachmentId':'" + wished + "','reason':'含车牌'}");
        assertThat(published(wished).status()).isEqualTo(404);
        assertThat(api.as(INTAKE).get(attachments() + "/" + wished).status()).isEqualTo(200);
        publish();
        assertThat(published(wished).status()).as("it stays hidden").isEqualTo(404);
        assertThat(urls()).hasSize(1);

        must(INTAKE, "take-down", "{'reason':'含不当内容'}");
        assertThat(published(later).status()).isEqualTo(404);
    }

    private List<String> urls() {
        String position = api.as(citizen).get("/api/petitions/" + petition).header("Petition-Position");
        return api.anyone()
                .get("/api/public/petitions/" + petition, "Petition-Min-Position", position)
                .json()
                .get("attachments")
                .valueStream()
                .map(attachment -> attachment.get("url").stringValue())
                .toList();
    }

    @Test
    void an_accusations_pictures_are_never_shown() throws IOException {
        String wished = added("?public=true");
        must(INTAKE, "accept", "{'petitionClass':'ACCUSATION','limitClass':'C7','urgency':'NORMAL'}");
        Answer refused = api.as(INTAKE)
                .post("/api/petitions/" + petition + "/publish", "{'title':'葵潭镇路灯不亮','body':'路灯'}", "If-Match", "*");
        assertThat(refused.problem()).isEqualTo("an-accusation-is-never-published");
        assertThat(published(wished).status()).isEqualTo(404);
    }

    @Test
    void a_removed_picture_is_shown_to_nobody() throws IOException {
        String wished = added("?public=true");
        must(INTAKE, "accept", ACCEPT);
        publish();
        must(citizen, "remove-attachment", "{'attachmentId':'" + wished + "'}");

        assertThat(published(wished).status()).isEqualTo(404);
        assertThat(urls()).isEmpty();
        for (String client : List.of(citizen, INTAKE)) {
            Answer gone = api.as(client).get(attachments() + "/" + wished);
            assertThat(gone.status()).as(client).isEqualTo(404);
            assertThat(gone.problem()).isEqualTo("attachment-not-found");
            assertThat(api.as(client).get("/api/petitions/" + petition).json().get("attachments"))
                    .isEmpty();
        }
    }

    // What is taken.

    @Test
    void a_repeated_upload_is_answered_again_also_when_there_is_no_room_any_more() throws IOException {
        byte[] picture = photograph(7);
        Answer first = upload(picture, "Idempotency-Key", "picture-1");
        for (int i = 0; i < 4; i++) {
            added("");
        }

        Answer again = upload(picture, "Idempotency-Key", "picture-1");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(api.as(citizen).get("/api/petitions/" + petition).json().get("attachments"))
                .hasSize(5);
        assertThat(upload(photograph(8), "Idempotency-Key", "picture-1").problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(upload("?public=true", JPEG, picture, "Idempotency-Key", "picture-1")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(api.as(citizen).get(first.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void what_is_refused_says_why_and_leaves_nothing_behind() throws IOException {
        byte[] picture = photograph(9);
        added("");
        Set<Path> before = files();

        refused(upload("", "application/json", picture), 415, "unsupported-media-type");
        refused(upload("", "nonsense", picture), 415, "unsupported-media-type");
        refused(upload("", "image/gif", picture), 415, "unsupported-media-type");
        Answer another =
                refused(upload("", "image/png", picture, "Accept-Language", "en"), 415, "unsupported-media-type");
        assertThat(another.json().get("detail").stringValue())
                .isEqualTo("The content is image/jpeg, not the “image/png” of Content-Type.");
        refused(upload("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)), 415, "unsupported-media-type");
        refused(upload(new byte[0]), 415, "unsupported-media-type");
        refused(upload(Arrays.copyOf(picture, picture.length / 2)), 422, "a-picture-is-whole");
        refused(upload("?public=maybe", JPEG, picture), 400, "invalid-input");
        refused(upload("?visible=true", JPEG, picture), 400, "invalid-input");
        refused(
                api.as("citizen@somebody-else").upload(attachments(), JPEG, BodyPublishers.ofByteArray(picture)),
                404,
                "petition-not-found");
        refused(api.as(INTAKE).upload(attachments(), JPEG, BodyPublishers.ofByteArray(picture)), 403, "role-may-not");
        refused(
                api.as(citizen).upload("/api/petitions/PET-0/attachments", JPEG, BodyPublishers.ofByteArray(picture)),
                404,
                "petition-not-found");
        refused(api.anyone().upload(attachments(), JPEG, BodyPublishers.ofByteArray(picture)), 401, "unauthorized");
        refused(
                api.as(citizen)
                        .post(
                                "/api/petitions/" + petition + "/add-attachment",
                                "{'attachmentId':'ATT-1','contentType':'image/jpeg','size':1,'sha256':'00','visibleToPublic':true}"),
                404,
                "unknown-command");
        assertThat(files()).isEqualTo(before);
        for (int i = 0; i < 4; i++) {
            added("");
        }
        before = files();
        refused(upload(picture), 422, "at-most-five-attachments");
        petition = post();
        must(citizen, "withdraw", "{'reason':'已解决'}");
        refused(upload(picture), 409, "not-in-this-state");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_picture_of_more_than_five_megabytes_is_refused_whether_its_length_is_announced_or_not() throws IOException {
        byte[] picture = photograph(10);
        byte[] most = padded(picture, LIMIT);
        byte[] more = padded(picture, LIMIT + 1);

        assertThat(upload(most).status()).as("what is taken out counts as well").isEqualTo(201);
        refused(upload(more), 413, "content-too-large");
        refused(
                api.as(citizen)
                        .upload(
                                attachments(),
                                JPEG,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more))),
                413,
                "content-too-large");
        assertThat(api.as(citizen)
                        .post("/api/petitions", "{'title':'" + "长".repeat(100_000) + "'}")
                        .status())
                .as("other bodies have their own limit")
                .isEqualTo(413);
    }

    /** A file in the folder's place: it can't be written even by root. */
    @Test
    void a_picture_that_can_not_be_kept_is_not_added() throws IOException {
        Path folder = properties.data().resolve("attachments");
        FileSystemUtils.deleteRecursively(folder);
        Files.writeString(folder, "no folder");
        try {
            refused(upload(photograph(11)), 503, "attachment-not-kept");
            assertThat(api.as(citizen).get("/api/petitions/" + petition).json().get("attachments"))
                    .isEmpty();
        } finally {
            Files.delete(folder);
        }
        assertThat(upload(photograph(11)).status()).isEqualTo(201);
    }

    private static Answer refused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
        return answer;
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(properties.data().resolve("attachments"))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    // How they are made.

    /** A JPEG with a place in it, like no other of another seed. */
    private static byte[] photograph(int seed) throws IOException {
        BufferedImage image = new BufferedImage(97, 61, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 16; i++) {
            pen.setColor(new Color(seed * 31 * (i + 1)));
            pen.fillRect(i * 6, 0, 6, 61);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return with(out.toByteArray(), 0xE1, "Exif\0\0GPSLatitude 23.0343".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] with(byte[] jpeg, int marker, byte[] payload) {
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        return whole.put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** With something behind its end. */
    private static byte[] padded(byte[] picture, int length) {
        return Arrays.copyOf(picture, length);
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
