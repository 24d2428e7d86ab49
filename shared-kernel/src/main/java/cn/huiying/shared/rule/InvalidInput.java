package cn.huiying.shared.rule;

import java.util.List;

/** Input that can't be taken: each fault with the place it is at. Nothing changed. */
public final class InvalidInput extends RuntimeException {

    /**
     * One fault.
     *
     * @param pointer JSON pointer into the body, or the name of a query parameter or header
     * @param code    stable slug, such as {@code unknown-property}
     */
    public record Fault(String pointer, String code, String chinese, String english) {}

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(String pointer, String code, String chinese, String english) {
        this(List.of(new Fault(pointer, code, chinese, english)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
