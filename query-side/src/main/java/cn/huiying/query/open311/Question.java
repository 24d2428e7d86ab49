package cn.huiying.query.open311;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.open311.ServiceRequests.Status;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which service requests are asked for, by the rules of GeoReport v2: 90 days at most, and the newest 1000 of them.
 *
 * @param filters petitions that match one of them; no petition matches two
 * @param skip    how many of the newest are passed over
 */
record Question(List<PetitionFilter> filters, int skip, int limit) {

    static final String[] PARAMETERS = {"service_code", "start_date", "end_date", "status", "page", "page_size"};

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST = 1000;

    /** @throws InvalidInput naming what can't be asked */
    static Question read(Parameters parameters, Set<String> domains, Instant now) {
        Optional<Instant> start = moment(parameters, "start_date", false);
        Optional<Instant> end = moment(parameters, "end_date", true);
        Instant to = end.or(() -> start.map(from -> earlier(from.plus(LONGEST), now)))
                .orElse(now);
        Instant from = start.orElse(to.minus(LONGEST));
        if (from.isAfter(to)) {
            throw new InvalidInput(
                    "start_date",
                    "order",
                    "start_date 不能晚于 end_date 或现在。",
                    "“start_date” must not be after “end_date” or now.");
        }
        // A day has its last millisecond, too.
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new InvalidInput(
                    "end_date",
                    "range",
                    "start_date 与 end_date 相隔不能超过 90 天。",
                    "“start_date” and “end_date” must not be more than 90 days apart.");
        }
        Set<Status> statuses = parameters.anyOf("status", Map.of("open", Status.OPEN, "closed", Status.CLOSED));
        PetitionFilter all = PetitionFilter.ALL
                .withStates(Arrays.stream(State.values())
                        .filter(state -> statuses.isEmpty() || statuses.contains(Status.of(state)))
                        .collect(Collectors.toUnmodifiableSet()))
                .between(from, to.plusMillis(1));
        int page = parameters.integer("page", 1, MOST, 1);
        int size = parameters.integer(
                "page_size", 1, MOST, parameters.single("page").isPresent() ? 100 : MOST);
        if ((page - 1) * size >= MOST) {
            throw new InvalidInput(
                    "page",
                    "range",
                    "只能翻阅最新的 1000 件;更早的请以较早的 end_date 查询。",
                    "Only the newest 1000 are paged through; ask for earlier ones with an earlier “end_date”.");
        }
        int skip = (page - 1) * size;
        return new Question(of(services(parameters, domains), all), skip, Math.min(size, MOST - skip));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A W3C date, or moment with its offset; of a date its first millisecond, or its last. */
    private static Optional<Instant> moment(Parameters parameters, String name, boolean last) {
        return parameters.single(name).map(text -> {
            try {
                if (text.length() > "yyyy-MM-dd".length()) {
                    return OffsetDateTime.parse(text).toInstant();
                }
                LocalDate day = LocalDate.parse(text);
                return last
                        ? day.plusDays(1)
                                .atStartOfDay(WorkCalendar.ZONE)
                                .toInstant()
                                .minusMillis(1)
                        : day.atStartOfDay(WorkCalendar.ZONE).toInstant();
            } catch (DateTimeException e) {
                throw new InvalidInput(
                        name,
                        "form",
                        name + " 须是带时区的时间,如 2026-11-24T09:00:00+08:00(其中 + 写作 %2B)。",
                        "“" + name
                                + "” must be a moment with its offset, such as 2026-11-24T09:00:00+08:00 (its + written"
                                + " as %2B).");
            }
        });
    }

    private static Set<ServiceCode> services(Parameters parameters, Set<String> domains) {
        Map<String, ServiceCode> known =
                ServiceCode.all(domains).stream().collect(Collectors.toMap(ServiceCode::value, service -> service));
        Set<ServiceCode> services = new HashSet<>();
        for (String code : parameters.repeated("service_code").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList()) {
            ServiceCode service = known.get(code.strip());
            if (service == null) {
                throw new InvalidInput(
                        "service_code",
                        "unknown-value",
                        "没有该 service_code,见 services。",
                        "There is no such “service_code”; see services.");
            }
            services.add(service);
        }
        return services;
    }

    /** A filter takes any of its types with any of its fields: services with the same fields share one, others can't. */
    private static List<PetitionFilter> of(Set<ServiceCode> services, PetitionFilter all) {
        if (services.isEmpty()) {
            return List.of(all);
        }
        Map<PetitionType, Set<String>> fields = services.stream()
                .collect(Collectors.groupingBy(
                        ServiceCode::type,
                        Collectors.mapping(ServiceCode::domain, Collectors.toCollection(TreeSet::new))));
        Map<Set<String>, Set<PetitionType>> types = new HashMap<>();
        fields.forEach((type, some) ->
                types.computeIfAbsent(some, any -> new HashSet<>()).add(type));
        return types.entrySet().stream()
                .map(entry -> new PetitionFilter(
                        Set.of(),
                        entry.getValue(),
                        entry.getKey(),
                        Set.of(),
                        Set.of(),
                        all.states(),
                        all.from(),
                        all.to(),
                        null))
                .toList();
    }
}
