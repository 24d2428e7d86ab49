package cn.huiying.shared.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCodeTest {

    @Test
    void every_field_of_life_has_a_service_of_each_type_with_a_code_of_its_own() {
        List<ServiceCode> all = ServiceCode.all(List.of("环保", "民政社保", "其他"));
        assertThat(all).hasSize(15);
        assertThat(all.stream().map(ServiceCode::value))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[A-Z]+-[0-9A-F]{4,}"))
                .contains("HELP-73AF4FDD");
        assertThat(new ServiceCode(PetitionType.HELP, "环保").chinese()).isEqualTo("环保求助");
    }
}
