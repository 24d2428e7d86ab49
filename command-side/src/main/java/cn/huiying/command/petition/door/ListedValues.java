package cn.huiying.command.petition.door;

import java.util.Set;

/**
 * Values that are data of the operator's, not constants of the code.
 *
 * @param domains   the fields of life a petition can be about
 * @param districts GB/T 2260 codes of the city and its counties
 */
public record ListedValues(Set<String> domains, Set<String> districts) {

    public ListedValues {
        domains = Set.copyOf(domains);
        districts = Set.copyOf(districts);
    }
}
