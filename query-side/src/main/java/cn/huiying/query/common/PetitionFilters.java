package cn.huiying.query.common;

import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.InvalidInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the filters that every list of petitions shares. */
public class PetitionFilters {

    private final Map<String, String> domains;
    private final Map<String, String> districts;
    private final Predicate<String> isAgency;

    /** @param isAgency whether there is an agency with a code */
    public PetitionFilters(Set<String> domains, Set<String> districts, Predicate<String> isAgency) {
        this.domains = byName(domains);
        this.districts = byName(districts);
        this.isAgency = isAgency;
    }

    private static Map<String, String> byName(Set<String> values) {
        return values.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /** @throws InvalidInput where a value can't be, or {@code from} is after {@code to} */
    public PetitionFilter read(Parameters parameters) {
        Instant from = parameters.startOfDate("from").orElse(null);
        Instant to = parameters.endOfDate("to").orElse(null);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InvalidInput("from", "order", "起始日期不能晚于截止日期。", "“from” must not be after “to”.");
        }
        Set<String> agencies = parameters.repeated("agency").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .collect(Collectors.toUnmodifiableSet());
        if (!agencies.stream().allMatch(isAgency)) {
            throw new InvalidInput("agency", "unknown-value", "没有该单位代码。", "There is no agency with this code.");
        }
        return new PetitionFilter(
                parameters.anyOf("section", Parameters.constants(Section.class)),
                parameters.anyOf("type", Parameters.constants(PetitionType.class)),
                parameters.anyOf("domain", domains),
                parameters.anyOf("district", districts),
                agencies,
                parameters.anyOf("state", Parameters.constants(State.class)),
                from,
                to,
                null);
    }
}
