package cn.huiying.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class ListingAnswersTest {

    private static final Vault DIGESTS = new Vault() {
        @Override
        public Sealed seal(String subject, String field, String plainText) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> open(Sealed sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String digest(String purpose, String value) {
            return "%064x"
                    .formatted(value.hashCode() & 0xffff_ffffL)
                    .substring(40)
                    .repeat(3);
        }
    };

    private long changedAt = 5;
    private int names = 1;
    private final AtomicInteger made = new AtomicInteger();

    private final ListingAnswers answers = new ListingAnswers(
            answering(PetitionIndex.class, () -> changedAt), answering(AgencyDirectory.class, () -> names), DIGESTS);

    /** Asked nothing but how new it is. */
    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> type, Supplier<Object> howNew) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> howNew.get());
    }

    private static MockHttpServletRequest request(String query, String tag) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/public/petitions");
        request.setQueryString(query);
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        return request;
    }

    private ResponseEntity<Rendered<String>> ask(String query, String tag) {
        return answers.published(request(query, tag), () -> {
            made.incrementAndGet();
            return ResponseEntity.ok(new Rendered<>("[" + query + "]"));
        });
    }

    @Test
    void what_the_caller_has_is_not_made_again() {
        String tag = ask("q=a", null).getHeaders().getETag();
        ResponseEntity<Rendered<String>> again = new ListingAnswers(
                        answering(PetitionIndex.class, () -> changedAt),
                        answering(AgencyDirectory.class, () -> names),
                        DIGESTS)
                .published(request("q=a", "\"other\", " + tag), () -> {
                    throw new AssertionError("searched");
                });
        assertThat(again.getStatusCode().value()).isEqualTo(304);
        assertThat(again.hasBody()).isFalse();
        assertThat(again.getHeaders().getETag()).isEqualTo(tag);
    }

    @Test
    void a_hot_page_is_made_once_until_something_changes() {
        ResponseEntity<Rendered<String>> first = ask("q=a", null);
        assertThat(ask("q=a", null)).isSameAs(first);
        ask("q=b", null);
        assertThat(ask("q=a", null)).isSameAs(first);
        assertThat(made).hasValue(2);
        changedAt++;
        assertThat(ask("q=a", first.getHeaders().getETag()).getStatusCode().value())
                .isEqualTo(200);
        names++;
        assertThat(ask("q=a", null).getHeaders().getETag())
                .isNotEqualTo(first.getHeaders().getETag());
        assertThat(made).hasValue(4);
    }

    @Test
    void an_own_list_is_not_kept_and_its_tag_is_the_callers() {
        Supplier<ResponseEntity<Rendered<String>>> make = () -> {
            made.incrementAndGet();
            return ResponseEntity.ok(new Rendered<>("[]"));
        };
        Actor one = new Actor("one", Role.CITIZEN, null, null);
        Actor two = new Actor("two", Role.CITIZEN, null, null);
        String tag = answers.own(one, request(null, null), make).getHeaders().getETag();
        answers.own(one, request(null, null), make);
        assertThat(made).hasValue(2);
        assertThat(answers.own(one, request(null, tag), make).getStatusCode().value())
                .isEqualTo(304);
        assertThat(answers.own(two, request(null, tag), make).getStatusCode().value())
                .isEqualTo(200);
        assertThat(answers.own(one, request(null, null), make).getHeaders().getCacheControl())
                .as("left to the server's no-store")
                .isNull();
    }

    @Test
    void what_is_kept_has_a_bound() {
        String page = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            answers.published(request("q=" + i, null), () -> {
                made.incrementAndGet();
                return ResponseEntity.ok(new Rendered<>(page));
            });
        }
        made.set(0);
        ask("q=19", null);
        assertThat(made).as("the newest is kept").hasValue(0);
        ask("q=0", null);
        assertThat(made).as("the oldest is not").hasValue(1);
    }
}
