package cn.huiying.app.vault;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whose sealed data a request has opened. What the platform opens by itself, without a request, is nobody's reading. */
public final class OpenedData {

    private static final String ATTRIBUTE = OpenedData.class.getName();

    private OpenedData() {}

    static void add(String subject, String field) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return;
        }
        Map<String, Set<String>> opened = of(request);
        if (opened == null) {
            opened = new TreeMap<>();
            request.setAttribute(ATTRIBUTE, opened, RequestAttributes.SCOPE_REQUEST);
        }
        opened.computeIfAbsent(subject, key -> new TreeSet<>()).add(field);
    }

    /** The fields by person; from then on nothing is opened. */
    public static Map<String, Set<String>> take(RequestAttributes request) {
        Map<String, Set<String>> opened = of(request);
        request.removeAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return opened == null ? Map.of() : opened;
    }

    @SuppressWarnings("unchecked") // Only this class sets it.
    private static Map<String, Set<String>> of(RequestAttributes request) {
        return (Map<String, Set<String>>) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
