package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class KeptAnswersTest {

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

    private final KeptAnswers answers = new KeptAnswers(() -> names, DIGESTS);

    private static MockHttpServletRequest request(String query, String tag) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/public/petitions");
        request.setQueryString(query);
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        return request;
    }

    private ResponseEntity<Rendered<String>> ask(String query, String tag) {
        return answers.open(request(query, tag), changedAt, () -> {
            made.incrementAndGet();
            return ResponseEntity.ok(new Rendered<>("[" + query + "]"));
        });
    }

    @Test
    void what_the_caller_has_is_not_made_again() {
        String tag = ask("q=a", null).getHeaders().getETag();
        ResponseEntity<Rendered<String>> again = new KeptAnswers(() -> names, DIGESTS)
                .open(request("q=a", "\"other\", " + tag), changedAt, () -> {
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
        String tag = answers.own(one, request(null, null), changedAt, make)
                .getHeaders()
                .getETag();
        answers.own(one, request(null, null), changedAt, make);
        assertThat(made).hasValue(2);
        assertThat(answers.own(one, request(null, tag), changedAt, make)
                        .getStatusCode()
                        .value())
                .isEqualTo(304);
        assertThat(answers.own(two, request(null, tag), changedAt, make)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(answers.own(one, request(null, null), changedAt, make)
                        .getHeaders()
                        .getCacheControl())
                .as("left to the server's no-store")
                .isNull();
    }

    private ResponseEntity<Rendered<String>> then(String edition, String tag) {
        return answers.past(
                new AsOf(7, Instant.EPOCH),
                edition,
                request("asOf=7", tag),
                () -> ResponseEntity.ok(new Rendered<>("[]")));
    }

    @Test
    void what_was_said_of_the_past_is_confirmed_until_another_generation_may_say_otherwise() {
        String tag = then("0", null).getHeaders().getETag();
        assertThat(then("0", tag).getStatusCode().value()).isEqualTo(304);
        assertThat(then("1", tag).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void what_is_kept_has_a_bound() {
        String page = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            answers.open(request("q=" + i, null), changedAt, () -> {
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
