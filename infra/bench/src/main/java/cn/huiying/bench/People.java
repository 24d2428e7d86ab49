package cn.huiying.bench;

import cn.huiying.bench.HttpLoad.Answer;
import cn.huiying.bench.HttpLoad.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls over HTTP: tokens of the embedded authorization server. */
final class People {

    private static final Pattern CODE = Pattern.compile("Code (\\d{6}) for the phone");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private People() {}

    /** @throws IOException where there is none for this client */
    static String token(HttpLoad.Client client, String who) throws IOException {
        String basic = Base64.getEncoder().encodeToString((who + ":local").getBytes(StandardCharsets.UTF_8));
        Answer answer = client.send(new Request("POST", "/oauth2/token", basic, null, "grant_type=client_credentials"));
        Matcher found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IOException("No token for " + who + ": " + answer);
        }
        return found.group(1);
    }

    /** The token of a registered citizen whose phone is confirmed; the code that it got is in the platform's log. */
    static String citizen(HttpLoad.Client client, Jar jar, int number) throws IOException {
        String token = token(client, "citizen@http-" + number);
        client.send(new Request(
                "POST",
                "/api/accounts",
                token,
                null,
                "{\"name\":\"陈栩然\",\"phone\":\"199000011%02d\",\"noticeVersion\":\"2026-11\"}".formatted(number)));
        String code = "";
        for (String line : jar.log()) {
            Matcher found = CODE.matcher(line);
            code = found.find() ? found.group(1) : code;
        }
        client.send(new Request("POST", "/api/accounts/me/confirm-phone", token, null, "{\"code\":\"" + code + "\"}"));
        return token;
    }
}
