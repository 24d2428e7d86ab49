package cn.huiying.command.common;

import cn.huiying.shared.rule.InvalidInput;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Values that are data of the operator's, not constants of the code.
 *
 * @param domains   the fields of life a petition can be about
 * @param districts GB/T 2260 codes of the city and its counties
 * @param policyTopics what policies for enterprises are tagged with
 */
public record ListedValues(Set<String> domains, Set<String> districts, Set<String> policyTopics) {

    public ListedValues {
        domains = Set.copyOf(domains);
        districts = Set.copyOf(districts);
        policyTopics = Set.copyOf(policyTopics);
    }

    /** @throws InvalidInput where the body names a {@code domain} or a {@code district} that is not listed */
    public void require(JsonNode body) {
        require(body, "domain", domains);
        require(body, "district", districts);
    }

    private static void require(JsonNode body, String field, Set<String> values) {
        JsonNode given = body.get(field);
        if (given != null && given.isString() && !values.contains(given.stringValue())) {
            List<String> sorted = values.stream().sorted().toList();
            throw new InvalidInput(
                    "/" + field,
                    "unknown-value",
                    "取值须是 " + sorted + " 之一。",
                    "The value must be one of " + sorted + ".");
        }
    }
}
