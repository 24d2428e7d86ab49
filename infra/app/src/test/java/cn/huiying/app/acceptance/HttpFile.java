package cn.huiying.app.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file for the HTTP clients of IntelliJ and VS Code, in the part of their form that the README of the requests names. */
final class HttpFile {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\$?\\w+)}}");
    private static final Pattern EXPECTED = Pattern.compile(".*: (\\d{3})");
    private static final Pattern KEPT = Pattern.compile("client\\.global\\.set\\(\"(\\w+)\", response\\."
            + "(?:body((?:\\.\\w+|\\[\\d+])+)|headers\\.valueOf\\(\"([\\w-]+)\"\\))\\)");

    /** A request as it stands there, its variables in it. */
    record Request(
            Path file, String name, String method, String url, Map<String, String> headers, String body, String kept) {

        boolean isAnsweredAsIntended(int status) {
            Matcher expected = EXPECTED.matcher(name);
            return expected.matches() ? status == Integer.parseInt(expected.group(1)) : status / 100 == 2;
        }

        byte[] body(Function<String, String> variables) throws IOException {
            return body.startsWith("< ")
                    ? Files.readAllBytes(file.resolveSibling(body.substring(2)))
                    : filled(body, variables).getBytes(StandardCharsets.UTF_8);
        }

        /** Basic credentials stand there in the clear, as both clients take them. */
        Map<String, String> headers(Function<String, String> variables) {
            Map<String, String> filled = new LinkedHashMap<>();
            headers.forEach((name, value) -> filled.put(name, filled(value, variables)));
            filled.computeIfPresent("Authorization", (name, value) -> {
                String[] words = value.split(" ");
                return words.length < 3
                        ? value
                        : "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((words[1] + ":" + words[2]).getBytes(StandardCharsets.UTF_8));
            });
            return filled;
        }

        String url(Function<String, String> variables) {
            return filled(url, variables);
        }

        /** What later requests need of the answer; what is not in it is not kept. */
        Map<String, String> kept(Api.Answer answer) {
            Map<String, String> values = new LinkedHashMap<>();
            KEPT.matcher(kept).results().forEach(set -> value(answer, set)
                    .ifPresent(value -> values.put(set.group(1), value)));
            return values;
        }

        private static Optional<String> value(Api.Answer answer, MatchResult set) {
            return set.group(3) == null
                    ? answer.json()
                            .at(set.group(2).replaceAll("[.\\[]", "/").replace("]", ""))
                            .asStringOpt()
                    : Optional.ofNullable(answer.header(set.group(3)));
        }

        private static String filled(String text, Function<String, String> variables) {
            return VARIABLE.matcher(text)
                    .replaceAll(variable -> Matcher.quoteReplacement(
                            variable.group(1).equals("$uuid")
                                    ? UUID.randomUUID().toString()
                                    : variables.apply(variable.group(1))));
        }

        @Override
        public String toString() {
            return file.getFileName() + ", “" + name + "”";
        }
    }

    private HttpFile() {}

    static List<Request> requests(Path file) throws IOException {
        List<Request> requests = new ArrayList<>();
        for (String part : Files.readString(file).split("(?m)^(?=### )")) {
            if (part.startsWith("### ")) {
                requests.add(request(file, part.lines().toList()));
            } else if (!part.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
                throw new IllegalStateException(file + " begins with something else than a comment.");
            }
        }
        return requests;
    }

    private static Request request(Path file, List<String> lines) {
        String name = lines.getFirst().substring(4);
        int at = 1;
        while (lines.get(at).startsWith("#")) {
            at++;
        }
        String[] first = lines.get(at++).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            String[] header = lines.get(at).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        List<String> rest = lines.subList(at, lines.size());
        String kept = String.join(
                "", rest.stream().filter(line -> line.startsWith("> ")).toList());
        if (!KEPT.matcher(kept).replaceAll("").matches("(> \\{%[ ;]*%})?")) {
            throw new IllegalStateException(
                    file + ", “" + name + "” keeps something that no documented form names: " + kept);
        }
        String body = String.join(
                        "\n",
                        rest.stream().filter(line -> !line.startsWith("> ")).toList())
                .strip();
        return new Request(file, name, first[0], first[1], headers, body, kept);
    }
}
