package cn.huiying.query.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiying.query.common.Cursors.Cursor;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CursorsTest {

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
            CRC32 crc = new CRC32();
            crc.update((purpose + value).getBytes(StandardCharsets.UTF_8));
            // The useful digits come first, as those of a real digest do.
            return "%016x".formatted(crc.getValue() * 7919).repeat(4);
        }
    };

    private final Cursors cursors = new Cursors(DIGESTS);

    private static Parameters query(String... pairs) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < pairs.length; i += 2) {
            request.addParameter(pairs[i], pairs[i + 1]);
        }
        return Parameters.of(request, "type", "limit", "cursor", "total");
    }

    @Test
    void a_cursor_says_where_a_page_begins_whatever_the_page_size() {
        String text = cursors.write("list", query("type", "HELP", "limit", "5"), true, "17", "PET-1");
        Cursor cursor = cursors.read("list", query("type", "HELP", "limit", "50", "cursor", text), text, 2);
        assertThat(cursor.backwards()).isTrue();
        assertThat(cursor.values()).containsExactly("17", "PET-1");
    }

    @Test
    void a_cursor_of_another_query_or_another_list_is_refused() {
        String text = cursors.write("list", query("type", "HELP"), false, "17", "PET-1");
        assertThatThrownBy(() -> cursors.read("list", query("type", "THANKS"), text, 2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> cursors.read("other", query("type", "HELP"), text, 2))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_altered_cursor_is_refused() {
        String text = cursors.write("list", query(), false, "17", "PET-1");
        String altered =
                Base64.getUrlEncoder().withoutPadding().encodeToString("n 18 PET-1".getBytes(StandardCharsets.UTF_8))
                        + text.substring(text.indexOf('.'));
        assertThatThrownBy(() -> cursors.read("list", query(), altered, 2)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "a.b", "%%%.abc", "....", "噪音"})
    void garbage_is_refused(String text) {
        assertThatThrownBy(() -> cursors.read("list", query(), text, 2)).isInstanceOf(InvalidInput.class);
    }
}
