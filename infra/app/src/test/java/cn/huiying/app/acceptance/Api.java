package cn.huiying.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as a client sees it: real HTTP, real tokens. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One answer. */
    record Answer(int status, Map<String, String> headers, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String header(String name) {
            return headers.get(name.toLowerCase(java.util.Locale.ROOT));
        }

        /** The slug of the problem it is. */
        String problem() {
            String type = json().get("type").stringValue();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String base;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Contract contract;

    Api(int port) {
        this.port = port;
        base = "http://localhost:" + port;
    }

    /** A client that holds every answer against the API document. */
    static Api held(int port) {
        Api api = new Api(port);
        api.contract = new Contract(api.anyone().get("/openapi.json").text());
        return api;
    }

    /** A caller: a client id of the local issuer, such as {@code agency-handler@445224-114}. */
    As as(String client) {
        return new As(tokens.computeIfAbsent(client, this::token));
    }

    As anyone() {
        return new As(null);
    }

    String token(String client) {
        String credentials = Base64.getEncoder()
                .encodeToString((URLEncoder.encode(client, StandardCharsets.UTF_8) + ":local")
                        .getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        return answer.json().get("access_token").stringValue();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new ConcurrentHashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            Answer answer = new Answer(response.statusCode(), headers, response.body());
            if (contract != null) {
                contract.check(response.request().method(), response.uri(), answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Requests in the name of one caller. */
    final class As {

        private final String token;

        private As(String token) {
            this.token = token;
        }

        Answer get(String path, String... headers) {
            return send(request(path, headers).GET());
        }

        /** Listens; the answer must be a stream. */
        EventStream listen(String path, String... headers) {
            List<String> all = new ArrayList<>(List.of(headers));
            if (token != null) {
                all.addAll(List.of("Authorization", "Bearer " + token));
            }
            return EventStream.open(port, path, all);
        }

        Answer post(String path, String body, String... headers) {
            HttpRequest.Builder request = request(path, headers);
            if (headers.length == 0 || !String.join(" ", headers).contains("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            return send(request.POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        }

        Answer upload(String path, String contentType, HttpRequest.BodyPublisher body, String... headers) {
            return send(
                    request(path, headers).header("Content-Type", contentType).POST(body));
        }

        Answer method(String method, String path) {
            return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return request;
        }
    }
}
