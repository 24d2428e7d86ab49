package cn.huiying.command.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestsTest {

    @Test
    void a_digest_is_the_first_half_of_sha_256_in_hexadecimal() {
        // printf 'abc\0' | sha256sum
        assertThat(Digests.of("abc")).isEqualTo("dc1114cd074914bd872cc1f9a23ec910");
    }

    @Test
    void the_same_parts_have_the_same_digest_and_others_another() {
        assertThat(Digests.of("wang", "submit", "key")).isEqualTo(Digests.of("wang", "submit", "key"));
        assertThat(Digests.of("wang", "submit", "key")).isNotEqualTo(Digests.of("li", "submit", "key"));
    }

    @Test
    void where_a_part_ends_matters() {
        assertThat(Digests.of("ab", "c")).isNotEqualTo(Digests.of("a", "bc"));
        assertThat(Digests.of("ab")).isNotEqualTo(Digests.of("ab", ""));
    }
}
