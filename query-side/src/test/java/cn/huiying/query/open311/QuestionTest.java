package cn.huiying.query.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.rule.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class QuestionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Set<String> DOMAINS = Set.of("城建", "交通", "环保");

    private static Question ask(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < parameters.length; i += 2) {
            request.addParameter(parameters[i], parameters[i + 1]);
        }
        return Question.read(Parameters.leniently(request, Question.PARAMETERS), DOMAINS, NOW);
    }

    private static PetitionFilter filter(String... parameters) {
        assertThat(ask(parameters).filters()).hasSize(1);
        return ask(parameters).filters().getFirst();
    }

    @Test
    void the_last_90_days_are_meant_where_no_dates_are_given_and_90_days_from_one_or_up_to_one() {
        assertThat(filter().from()).isEqualTo(NOW.minus(Duration.ofDays(90)));
        assertThat(filter().to()).isEqualTo(NOW.plusMillis(1));
        assertThat(filter("start_date", "2023-03-06T09:00:00+08:00").to())
                .isEqualTo(Instant.parse("2023-06-04T01:00:00.001Z"));
        assertThat(filter("start_date", "2026-11-01T00:00:00Z").to())
                .as("no later than now")
                .isEqualTo(NOW.plusMillis(1));
        assertThat(filter("end_date", "2023-06-04T01:00:00Z").from()).isEqualTo(Instant.parse("2023-03-06T01:00:00Z"));
    }

    @Test
    void a_date_without_a_time_is_a_whole_day_in_jieyang() {
        PetitionFilter day = filter("start_date", "2023-03-06", "end_date", "2023-03-06");
        assertThat(day.from()).isEqualTo(Instant.parse("2023-03-05T16:00:00Z"));
        assertThat(day.to()).isEqualTo(Instant.parse("2023-03-06T16:00:00Z"));
        assertThat(filter("start_date", "2023-01-01", "end_date", "2023-03-31").from())
                .as("90 whole days")
                .isEqualTo(Instant.parse("2022-12-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "start_date, 2023-01-01, end_date, 2023-04-01, end_date",
        "start_date, 2023-01-02, end_date, 2023-01-01, start_date",
        "start_date, 2026-11-25, status, open, start_date",
        "start_date, 2023-01-01T00:00:00, status, open, start_date",
        "start_date, 20230101, status, open, start_date",
        "start_date, 2023-01-01T00:00:00 08:00, status, open, start_date",
        "status, opened, page, 1, status",
        "service_code, HELP, page, 1, service_code",
        "page, 2, page_size, 1000, page",
        "page, 1000, page_size, 1000, page",
    })
    void what_can_not_be_asked_is_named(String one, String value, String other, String another, String named) {
        InvalidInput fault = catchThrowableOfType(InvalidInput.class, () -> ask(one, value, other, another));
        assertThat(fault.faults().getFirst().pointer()).isEqualTo(named);
    }

    @Test
    void pages_end_with_the_thousandth() {
        assertThat(ask().limit()).isEqualTo(1000);
        assertThat(ask("page", "2").skip()).isEqualTo(100);
        assertThat(ask("page", "4", "page_size", "300").skip()).isEqualTo(900);
        assertThat(ask("page", "4", "page_size", "300").limit()).isEqualTo(100);
    }

    @Test
    void open_and_closed_have_every_state_between_them() {
        Set<State> both = new HashSet<>(filter("status", "open").states());
        both.addAll(filter("status", "closed").states());
        assertThat(both).containsExactlyInAnyOrder(State.values());
        assertThat(filter("status", "open").states()).doesNotContain(State.RESOLVED);
        assertThat(filter("status", "open,closed").states()).containsExactlyInAnyOrder(State.values());
    }

    /** Each petition of a service that was asked for matches exactly one filter, and no other petition matches any. */
    @Test
    void any_choice_of_services_is_asked_for_exactly() {
        List<ServiceCode> all = ServiceCode.all(DOMAINS);
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Set<ServiceCode> chosen = new HashSet<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                chosen.add(all.get(random.nextInt(all.size())));
            }
            Question question = ask(
                    "service_code",
                    String.join(",", chosen.stream().map(ServiceCode::value).toList()));
            assertThat(question.filters()).hasSizeLessThanOrEqualTo(PetitionType.values().length);
            for (ServiceCode service : all) {
                long matching = question.filters().stream()
                        .filter(filter -> filter.types().contains(service.type())
                                && filter.domains().contains(service.domain()))
                        .count();
                assertThat(matching).isEqualTo(chosen.contains(service) ? 1 : 0);
            }
        }
    }
}
