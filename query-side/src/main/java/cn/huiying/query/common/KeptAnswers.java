package cn.huiying.query.common;

import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Answers out of a read model: what the caller has already is not looked up again (304), and what everybody sees is kept as it
 * was sent until the read model changes, so that a hot page costs neither a search nor its JSON. Safe for many threads.
 */
public class KeptAnswers {

    private static final int MOST_CHARACTERS = 8 << 20;

    private record Kept(String tag, ResponseEntity<? extends Rendered<?>> answer, int characters) {}

    private final LongSupplier names;
    private final Vault vault;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;

    /** @param names while it is the same, so are the names that stand in answers */
    public KeptAnswers(LongSupplier names, Vault vault) {
        this.names = names;
        this.vault = vault;
    }

    /**
     * The same for everybody.
     *
     * @param changedAt while it is the same, so is the answer
     */
    public <T> ResponseEntity<Rendered<T>> open(
            HttpServletRequest request, long changedAt, Supplier<ResponseEntity<Rendered<T>>> make) {
        // Taken before the search: what is found is at least this new.
        String tag = tag(request, "", "" + changedAt);
        return has(request, tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(tag)
                        .cacheControl(toBeAskedAgain())
                        .build()
                : keep(request, tag, () -> answer(make.get(), tag));
    }

    /** Of one thing, the same for everybody, whose version is the tag. */
    public <T> ResponseEntity<Rendered<T>> openOne(
            HttpServletRequest request, long changedAt, Supplier<ResponseEntity<Rendered<T>>> make) {
        return keep(request, tag(request, "", "" + changedAt), () -> {
            ResponseEntity<Rendered<T>> made = make.get();
            return answer(made, made.getHeaders().getETag());
        });
    }

    /** For one caller only, and not kept. */
    public <T> ResponseEntity<Rendered<T>> own(
            Actor actor, HttpServletRequest request, long changedAt, Supplier<ResponseEntity<Rendered<T>>> make) {
        String tag = tag(request, actor.id(), "" + changedAt);
        if (has(request, tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        ResponseEntity<Rendered<T>> made = make.get();
        return ResponseEntity.ok().headers(made.getHeaders()).eTag(tag).body(made.getBody());
    }

    /**
     * About the past, for the few who may look back.
     *
     * @param edition while it is the same, so is the answer, for ever
     */
    public <T> ResponseEntity<Rendered<T>> past(
            AsOf asOf, String edition, HttpServletRequest request, Supplier<ResponseEntity<Rendered<T>>> make) {
        String tag = tag(request, "", asOf.position() + "\n" + edition);
        CacheControl caching = CacheControl.noCache().cachePrivate();
        if (has(request, tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(caching)
                    .build();
        }
        ResponseEntity<Rendered<T>> made = make.get();
        return ResponseEntity.ok()
                .headers(made.getHeaders())
                .eTag(tag)
                .cacheControl(caching)
                .body(made.getBody());
    }

    private static <T> ResponseEntity<Rendered<T>> answer(ResponseEntity<Rendered<T>> made, String tag) {
        return ResponseEntity.ok()
                .headers(made.getHeaders())
                .eTag(tag)
                .cacheControl(toBeAskedAgain())
                .body(made.getBody());
    }

    private static CacheControl toBeAskedAgain() {
        return CacheControl.noCache().cachePublic();
    }

    /** Weak: the same would be told, perhaps compressed otherwise. */
    private String tag(HttpServletRequest request, String caller, String state) {
        String shown = caller + "\n" + query(request) + "\n" + state + "\n" + names.getAsLong();
        return "W/\"" + vault.digest("entity-tag", shown).substring(0, 24) + "\"";
    }

    private static String query(HttpServletRequest request) {
        return request.getRequestURI() + "?" + request.getQueryString();
    }

    private static boolean has(HttpServletRequest request, String tag) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(given -> given.strip().equals(tag));
    }

    @SuppressWarnings("unchecked") // One query has answers of one type.
    private <T> ResponseEntity<Rendered<T>> keep(
            HttpServletRequest request, String tag, Supplier<ResponseEntity<Rendered<T>>> make) {
        String query = query(request);
        synchronized (kept) {
            Kept known = kept.get(query);
            if (known != null && known.tag().equals(tag)) {
                return (ResponseEntity<Rendered<T>>) known.answer();
            }
        }
        ResponseEntity<Rendered<T>> made = make.get();
        Kept one = new Kept(tag, made, query.length() + made.getBody().json().length());
        synchronized (kept) {
            Kept before = kept.put(query, one);
            characters += one.characters() - (before == null ? 0 : before.characters());
            Iterator<Kept> oldest = kept.values().iterator();
            while (characters > MOST_CHARACTERS) {
                characters -= oldest.next().characters();
                oldest.remove();
            }
        }
        return made;
    }
}
