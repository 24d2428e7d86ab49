package cn.huiying.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void the_framework_names_messages_with_it() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(Identifiers.class);
    }

    @Test
    void a_name_is_a_random_uuid_and_no_two_threads_give_the_same() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> names.add(new Identifiers().generateIdentifier()));
        assertThat(names).hasSize(20_000).allSatisfy(name -> {
            UUID uuid = UUID.fromString(name);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        });
    }
}
