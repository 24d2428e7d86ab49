package cn.huiying.command.petition.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.command.common.ListedValues;
import cn.huiying.command.common.TestBodies;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class Open311FormTest {

    private static final ListedValues LISTED =
            new ListedValues(Set.of("城建", "环保"), Set.of("445200", "445224"), Set.of());

    private static Map<String, String[]> form() {
        Map<String, String[]> form = new HashMap<>();
        form.put("service_code", new String[] {new ServiceCode(PetitionType.HELP, "城建").value()});
        form.put("description", new String[] {" 路灯不亮,\n\n请尽快修好。 "});
        form.put("address_string", new String[] {"中学门口"});
        form.put("attribute[district]", new String[] {"445224"});
        form.put("email", new String[] {"smith@example.org"});
        return form;
    }

    private static JsonNode petition(String... arguments) {
        Map<String, String[]> form = form();
        for (int i = 0; i < arguments.length; i += 2) {
            form.put(arguments[i], new String[] {arguments[i + 1]});
        }
        return new Open311Form(form).petition(LISTED, TestBodies.LIMITS);
    }

    @Test
    void a_form_is_the_body_of_a_petition_without_names_and_phones() {
        assertThat(petition())
                .isEqualTo(TestBodies.json(Map.of(
                        "section", "MASS_MESSAGE",
                        "board", "COUNTY_LEADER",
                        "type", "HELP",
                        "domain", "城建",
                        "district", "445224",
                        "visibilityWish", "ANONYMOUS",
                        "title", "路灯不亮, 请尽快修好。",
                        "body", "路灯不亮,\n\n请尽快修好。",
                        "place", "中学门口")));
    }

    @Test
    void a_matter_of_the_city_goes_to_the_citys_board() {
        assertThat(petition("attribute[district]", "445200").get("board").stringValue())
                .isEqualTo("MUNICIPAL_LEADER");
    }

    @Test
    void the_attributes_say_the_title_and_how_far_it_may_be_seen() {
        JsonNode petition = petition("attribute[title]", "路灯坏了", "attribute[visibility]", "PRIVATE");
        assertThat(petition.get("title").stringValue()).isEqualTo("路灯坏了");
        assertThat(petition.get("visibilityWish").stringValue()).isEqualTo("PRIVATE");
    }

    @Test
    void the_title_is_the_beginning_of_the_description_in_whole_characters() {
        assertThat(petition("description", "𠮷".repeat(40)).get("title").stringValue())
                .isEqualTo("𠮷".repeat(30));
    }

    @Test
    void a_long_complaint_is_a_claim_with_a_supplement_and_nothing_is_lost() {
        String complaint = new ServiceCode(PetitionType.COMPLAINT, "环保").value();
        String description = "𠮷".repeat(250);
        JsonNode petition = petition("service_code", complaint, "description", description);
        assertThat(petition.get("claim").stringValue()).isEqualTo("𠮷".repeat(200));
        assertThat(petition.get("supplement").stringValue()).isEqualTo("𠮷".repeat(50));
        assertThat(petition.has("body")).isFalse();
        assertThat(petition("service_code", complaint).has("supplement")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "中学门口, '', '', 中学门口",
        "中学门口, 23.036, 116.295, '中学门口(23.036,116.295)'",
        "'', -90, 180, '-90,180'",
    })
    void a_place_is_an_address_or_a_point_or_both(String address, String latitude, String longitude, String place) {
        assertThat(petition("address_string", address, "lat", latitude, "long", longitude)
                        .get("place")
                        .stringValue())
                .isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({
        "service_code, '', service_code",
        "description, ' ', description",
        "address_string, '', address_string",
        "attribute[district], '', attribute[district]",
        "attribute[district], 110000, attribute[district]",
        "lat, 23, lat",
        "long, 116, lat",
        "lat, 90.0001, lat",
        "lat, NaN, lat",
        "lat, 0.00000000000000000000000000001, lat",
    })
    void what_is_missing_or_malformed_is_named(String argument, String value, String named) {
        InvalidInput fault = catchThrowableOfType(InvalidInput.class, () -> petition(argument, value));
        assertThat(fault.faults().getFirst().pointer()).isEqualTo(named);
    }

    @Test
    void a_service_that_there_is_not_is_not_found() {
        String unlisted = new ServiceCode(PetitionType.HELP, "金融").value();
        Refused refused = catchThrowableOfType(Refused.class, () -> petition("service_code", unlisted));
        assertThat(refused.refusal().rule()).isEqualTo("service-not-found");
    }

    @Test
    void a_fault_of_the_petition_is_told_by_the_argument_of_the_form() {
        InvalidInput named = Open311Form.named(new InvalidInput("/claim", "length", "太长。", "Too long."));
        assertThat(named.faults().getFirst().english()).isEqualTo("description: Too long.");
        assertThat(named.faults().getFirst().chinese()).isEqualTo("description: 太长。");
    }

    @Test
    void a_key_is_known_by_its_digest() {
        // printf '%s' secret | sha256sum
        String digest = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
        Open311Keys keys = new Open311Keys("jieyang.gov.cn", Map.of(digest, "app"));
        assertThat(keys.subject("secret")).isEqualTo("app");
        for (String unknown : new String[] {null, "Secret", digest}) {
            Refused refused = catchThrowableOfType(Refused.class, () -> keys.subject(unknown));
            assertThat(refused.refusal().rule()).isEqualTo("api-key-unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B"})
    void a_key_in_the_clear_or_another_writing_is_refused_at_the_start(String digest) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Open311Keys("jieyang.gov.cn", Map.of(digest, "app")));
    }
}
