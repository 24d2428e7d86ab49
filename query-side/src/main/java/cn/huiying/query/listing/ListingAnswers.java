package cn.huiying.query.listing;

import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Answers out of the index: what the caller has already is not looked up again (304), and what everybody sees is kept as it was
 * sent until something published changes, so that a hot page costs neither a search nor its JSON. Safe for many threads.
 */
class ListingAnswers {

    private static final int MOST_CHARACTERS = 8 << 20;

    private record Kept(String tag, ResponseEntity<? extends Rendered<?>> answer, int characters) {}

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Vault vault;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;

    ListingAnswers(PetitionIndex index, AgencyDirectory directory, Vault vault) {
        this.index = index;
        this.directory = directory;
        this.vault = vault;
    }

    /** Of published petitions only. */
    <T> ResponseEntity<Rendered<T>> published(HttpServletRequest request, Supplier<ResponseEntity<Rendered<T>>> make) {
        return tagged(request, index.publicChangedAt(), make);
    }

    /** Of all petitions, and the same for everybody. */
    <T> ResponseEntity<Rendered<T>> open(HttpServletRequest request, Supplier<ResponseEntity<Rendered<T>>> make) {
        return tagged(request, index.changedAt(), make);
    }

    /** Of one published petition, whose version is the tag. */
    <T> ResponseEntity<Rendered<T>> publishedOne(
            HttpServletRequest request, Supplier<ResponseEntity<Rendered<T>>> make) {
        return keep(request, tag(request, "", index.publicChangedAt()), () -> {
            ResponseEntity<Rendered<T>> made = make.get();
            return answer(made, made.getHeaders().getETag());
        });
    }

    /** For one caller only, and not kept. */
    <T> ResponseEntity<Rendered<T>> own(
            Actor actor, HttpServletRequest request, Supplier<ResponseEntity<Rendered<T>>> make) {
        String tag = tag(request, actor.id(), index.changedAt());
        if (has(request, tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        ResponseEntity<Rendered<T>> made = make.get();
        return ResponseEntity.ok().headers(made.getHeaders()).eTag(tag).body(made.getBody());
    }

    private <T> ResponseEntity<Rendered<T>> tagged(
            HttpServletRequest request, long changedAt, Supplier<ResponseEntity<Rendered<T>>> make) {
        // Taken before the search: what is found is at least this new.
        String tag = tag(request, "", changedAt);
        return has(request, tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(tag)
                        .cacheControl(toBeAskedAgain())
                        .build()
                : keep(request, tag, () -> answer(make.get(), tag));
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
    private String tag(HttpServletRequest request, String caller, long changedAt) {
        String shown = caller + "\n" + query(request) + "\n" + changedAt + "\n" + directory.revision();
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
