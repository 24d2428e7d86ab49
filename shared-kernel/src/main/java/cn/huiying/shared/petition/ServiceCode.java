package cn.huiying.shared.petition;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service 服务事项 as Open311 calls it: what the author wants in which field of life.
 *
 * @param domain one of the operator's
 */
public record ServiceCode(PetitionType type, String domain) {

    /** Every service of an operator with these fields of life. */
    public static List<ServiceCode> all(Collection<String> domains) {
        return domains.stream()
                .flatMap(domain -> Stream.of(PetitionType.values()).map(type -> new ServiceCode(type, domain)))
                .toList();
    }

    /** The code itself: the type, and the characters of the field in hexadecimal, since clients put it into paths as it is. */
    public String value() {
        return type.name() + "-" + HexFormat.of().withUpperCase().formatHex(domain.getBytes(StandardCharsets.UTF_16BE));
    }

    /** The term as officers and citizens know it. */
    public String chinese() {
        return domain + type.chinese();
    }
}
