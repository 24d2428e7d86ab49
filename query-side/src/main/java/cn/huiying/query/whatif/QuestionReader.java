package cn.huiying.query.whatif;

import cn.huiying.query.common.Parameters;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.serialization.PolicyFiles;
import cn.huiying.shared.time.CalendarYear;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads a question out of a JSON body; whatever is unknown or malformed is told, all of it at once. */
class QuestionReader {

    private static final int LONGEST_DAYS = 366;
    private static final int MOST_YEARS = 20;
    private static final int MOST_ITEMS = 1000;
    private static final int USUAL_ITEMS = 100;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final PastPetitions past;

    QuestionReader(PastPetitions past) {
        this.past = past;
    }

    /**
     * Reads.
     *
     * @param now of whose verdicts nothing later can be asked
     * @throws InvalidInput naming every fault
     * @throws Refused where no such policy is published
     */
    Question read(JsonNode body, Instant now) {
        List<Fault> faults = new ArrayList<>();
        requireObject("", body);
        known("", body, faults, "from", "to", "asOf", "policy", "calendar", "changes", "limit", "explanations");
        LocalDate from = date("/from", body.get("from"), faults);
        LocalDate to = date("/to", body.get("to"), faults);
        period(from, to, faults);
        Instant asOf = asOf(body.get("asOf"), now, faults);
        List<CalendarYear> calendar = calendar(body.get("calendar"), faults);
        Set<Change> changes = changes(body.get("changes"), faults);
        int limit = limit(body.get("limit"), faults);
        boolean explanations = explanations(body.get("explanations"), faults);
        // Last, as it is looked up where the rest can be answered.
        DeadlinePolicy policy = policy(body.get("policy"), faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Question(from, to, asOf, policy, calendar, changes, limit, explanations);
    }

    private static boolean absent(JsonNode node) {
        return node == null || node.isNull();
    }

    private static void requireObject(String at, JsonNode node) {
        if (!node.isObject()) {
            String what = at.isEmpty() ? "请求体" : "“" + at.substring(1) + "”";
            throw new InvalidInput(
                    at,
                    "not-an-object",
                    what + "须是 JSON 对象。",
                    (at.isEmpty() ? "The body" : "“" + at.substring(1) + "”") + " must be a JSON object.");
        }
    }

    private static void known(String at, JsonNode node, List<Fault> faults, String... names) {
        Set<String> open = new TreeSet<>(Arrays.asList(names));
        node.propertyNames().stream()
                .filter(name -> !open.contains(name))
                .forEach(name -> faults.add(new Fault(
                        at + "/" + name,
                        "unknown-property",
                        "没有属性“" + name + "”,可用:" + open + "。",
                        "There is no property “" + name + "”; there are " + open + ".")));
    }

    private static Fault wrongType(String at, String chinese, String english) {
        return new Fault(at, "wrong-type", "“" + at + "”须是" + chinese + "。", "“" + at + "” must be " + english + ".");
    }

    private static LocalDate date(String at, JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            faults.add(new Fault(at, "missing", "“" + at + "”必填。", "“" + at + "” is required."));
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(node.asString(""));
            if (node.isString() && !date.isBefore(FIRST) && !date.isAfter(LAST)) {
                return date;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        faults.add(new Fault(
                at,
                "form",
                "“" + at + "”须是2000年至2099年间形如 yyyy-MM-dd 的日期。",
                "“" + at + "” must be a date of the form yyyy-MM-dd, of the years 2000 to 2099."));
        return null;
    }

    private static void period(LocalDate from, LocalDate to, List<Fault> faults) {
        if (from == null || to == null) {
            return;
        }
        if (from.isAfter(to)) {
            faults.add(new Fault("/from", "order", "“/from”不能晚于“/to”。", "“/from” can't be after “/to”."));
        } else if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            faults.add(new Fault(
                    "/to",
                    "range",
                    "一次最多推演" + LONGEST_DAYS + "天,请缩短期间。",
                    "A period has at most " + LONGEST_DAYS + " days; choose a shorter one."));
        }
    }

    private static Instant asOf(JsonNode node, Instant now, List<Fault> faults) {
        if (absent(node)) {
            return now;
        }
        try {
            Instant asOf = OffsetDateTime.parse(node.isString() ? node.stringValue() : "")
                    .toInstant();
            if (asOf.isAfter(now)) {
                faults.add(new Fault("/asOf", "range", "“/asOf”不能晚于现在。", "“/asOf” can't be in the future."));
            }
            return asOf;
        } catch (DateTimeException e) {
            faults.add(new Fault(
                    "/asOf",
                    "form",
                    "“/asOf”须是带时区的时间,如 2026-11-24T10:00:00+08:00。",
                    "“/asOf” must be a moment with an offset, such as 2026-11-24T10:00:00+08:00."));
            return null;
        }
    }

    /** One that is published, one that is built in, or a whole one written out. */
    private DeadlinePolicy policy(JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            return null;
        }
        requireObject("/policy", node);
        if (node.has("builtIn")) {
            known("/policy", node, faults, "builtIn", "version");
            return named(node, "builtIn", faults)
                    .map(named -> builtIn(named, faults))
                    .orElse(null);
        }
        if (!node.has("checkpoints")) {
            known("/policy", node, faults, "code", "version");
            return named(node, "code", faults)
                    .filter(named -> faults.isEmpty())
                    .map(named -> past.policies().byVersion(named.code(), named.version()))
                    .orElse(null);
        }
        if (node.path("effectiveFrom").isNumber()) {
            faults.add(wrongType("/policy/effectiveFrom", "带时区的文本", "a text with an offset"));
            return null;
        }
        try {
            return PolicyFiles.read(node.toString());
        } catch (InvalidInput e) {
            addAll(faults, "/policy", e);
            return null;
        }
    }

    private record Named(String code, int version) {}

    private static Optional<Named> named(JsonNode node, String name, List<Fault> faults) {
        JsonNode code = node.get(name);
        JsonNode version = node.get("version");
        boolean named = code != null && code.isString() && !code.stringValue().isBlank();
        boolean numbered = version != null && version.isInt() && version.intValue() > 0;
        if (!named) {
            faults.add(wrongType("/policy/" + name, "文本", "a text"));
        }
        if (!numbered) {
            faults.add(wrongType("/policy/version", "不小于 1 的整数", "a whole number of at least 1"));
        }
        return named && numbered ? Optional.of(new Named(code.stringValue(), version.intValue())) : Optional.empty();
    }

    private static DeadlinePolicy builtIn(Named named, List<Fault> faults) {
        try {
            return PolicyFiles.builtIn(named.code(), named.version());
        } catch (IllegalArgumentException unknown) {
            faults.add(new Fault(
                    "/policy/builtIn",
                    "unknown-value",
                    "没有内置时限策略 " + named.code() + " 第" + named.version() + "版,请核对代码和版本号。",
                    "No policy " + named.code() + " version " + named.version()
                            + " is built in; check the code and the version."));
            return null;
        }
    }

    private static List<CalendarYear> calendar(JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_YEARS) {
            faults.add(
                    wrongType("/calendar", "至多" + MOST_YEARS + "个年份的列表", "a list of at most " + MOST_YEARS + " years"));
            return List.of();
        }
        List<CalendarYear> years = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            String at = "/calendar/" + i;
            CalendarYear year = year(at, node.get(i), faults);
            if (year != null && !seen.add(year.year())) {
                faults.add(new Fault(
                        at + "/year",
                        "year-twice",
                        year.year() + "年重复。",
                        "The year " + year.year() + " is there twice."));
            }
            years.add(year);
        }
        return years;
    }

    private static CalendarYear year(String at, JsonNode node, List<Fault> faults) {
        requireObject(at, node);
        int before = faults.size();
        known(at, node, faults, "year", "off", "worked", "notice");
        JsonNode number = node.get("year");
        if (number == null
                || !number.isInt()
                || number.intValue() < FIRST.getYear()
                || number.intValue() > LAST.getYear()) {
            faults.add(wrongType(at + "/year", "2000 至 2099 的整数", "a whole number from 2000 to 2099"));
        }
        JsonNode notice = node.get("notice");
        if (notice == null || !notice.isString()) {
            faults.add(wrongType(at + "/notice", "文本", "a text"));
        }
        SortedSet<LocalDate> off = days(at + "/off", node.get("off"), faults);
        SortedSet<LocalDate> worked = days(at + "/worked", node.get("worked"), faults);
        if (faults.size() > before) {
            return null;
        }
        try {
            return new CalendarYear(number.intValue(), off, worked, notice.stringValue());
        } catch (InvalidInput e) {
            addAll(faults, at, e);
            return null;
        }
    }

    private static SortedSet<LocalDate> days(String at, JsonNode node, List<Fault> faults) {
        SortedSet<LocalDate> days = new TreeSet<>();
        if (node == null || !node.isArray()) {
            faults.add(wrongType(at, "日期列表", "a list of dates"));
            return days;
        }
        for (int i = 0; i < node.size(); i++) {
            LocalDate day = date(at + "/" + i, node.get(i), faults);
            if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private static Set<Change> changes(JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            return EnumSet.allOf(Change.class);
        }
        Set<Change> changes = EnumSet.noneOf(Change.class);
        Map<String, Change> allowed = Parameters.constants(Change.class);
        if (!node.isArray()) {
            faults.add(wrongType("/changes", "列表", "a list"));
        }
        for (int i = 0; i < node.size(); i++) {
            JsonNode name = node.get(i);
            Change change = name != null && name.isString() ? allowed.get(name.stringValue()) : null;
            if (change == null) {
                Set<String> choice = new TreeSet<>(allowed.keySet());
                faults.add(new Fault(
                        "/changes/" + i,
                        "unknown-value",
                        "取值须是 " + choice + " 之一。",
                        "The value must be one of " + choice + "."));
            } else {
                changes.add(change);
            }
        }
        return changes;
    }

    private static int limit(JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            return USUAL_ITEMS;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > MOST_ITEMS) {
            faults.add(new Fault(
                    "/limit",
                    "range",
                    "“/limit”须是 1 至 " + MOST_ITEMS + " 的整数。",
                    "“/limit” must be a whole number from 1 to " + MOST_ITEMS + "."));
            return USUAL_ITEMS;
        }
        return node.intValue();
    }

    private static boolean explanations(JsonNode node, List<Fault> faults) {
        if (absent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            faults.add(wrongType("/explanations", " true 或 false", "true or false"));
        }
        return node.asBoolean(false);
    }

    private static void addAll(List<Fault> faults, String at, InvalidInput told) {
        told.faults()
                .forEach(fault ->
                        faults.add(new Fault(at + fault.pointer(), fault.code(), fault.chinese(), fault.english())));
    }
}
