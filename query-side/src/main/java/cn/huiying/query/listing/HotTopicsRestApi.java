package cn.huiying.query.listing;

import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.HotTopics.Rising;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.time.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 易发多发: what rises in a period against the one of the same length before it. */
@RestController
class HotTopicsRestApi {

    private static final int LONGEST_PERIOD = 366;
    private static final int LATEST = 3;
    private static final List<String> NARROWING = List.of("section", "type", "domain", "district");

    /** @param petitions published ones that were submitted in it */
    record Period(LocalDate from, LocalDate to, long petitions) {}

    record Reference(PetitionId id, String number, String title) {}

    /**
     * A term, a district or an agency.
     *
     * @param value  the term, or the code
     * @param name   of an agency
     * @param rise   above what the period before lets expect, in standard deviations
     * @param latest the petitions behind it that were published last
     * @param list   path of the list of all of them
     */
    record Topic(
            String value,
            @JsonInclude(JsonInclude.Include.NON_NULL) String name,
            long count,
            long before,
            double rise,
            List<Reference> latest,
            String list) {}

    record Topics(Period period, Period before, List<Topic> terms, List<Topic> districts, List<Topic> agencies) {}

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final PetitionFilters filters;
    private final Lists lists;
    private final KeptAnswers answers;

    HotTopicsRestApi(
            PetitionIndex index, AgencyDirectory directory, PetitionFilters filters, Lists lists, KeptAnswers answers) {
        this.index = index;
        this.directory = directory;
        this.filters = filters;
        this.lists = lists;
        this.answers = answers;
    }

    @GetMapping("/api/public/hot-topics")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Rendered<Topics>> topics(HttpServletRequest request) {
        return answers.open(request, index.publicChangedAt(), () -> {
            Parameters parameters =
                    Parameters.of(request, "from", "to", "section", "type", "domain", "district", "limit");
            parameters.required("from");
            parameters.required("to");
            PetitionFilter now = filters.read(parameters);
            return ResponseEntity.ok(lists.render(topics(parameters, now, parameters.integer("limit", 1, 50, 10))));
        });
    }

    private Topics topics(Parameters parameters, PetitionFilter now, int limit) {
        LocalDate from = WorkCalendar.dateOf(now.from());
        LocalDate after = WorkCalendar.dateOf(now.to());
        PetitionFilter before = before(now);
        LocalDate start = WorkCalendar.dateOf(before.from());
        HotTopics topics = HotTopics.find(index, now, before, limit);
        String period = narrowing(parameters) + "&from=" + from + "&to=" + after.minusDays(1);
        return new Topics(
                new Period(from, after.minusDays(1), topics.petitions()),
                new Period(start, from.minusDays(1), topics.petitionsBefore()),
                topics.terms().stream()
                        .map(term -> topic(
                                term,
                                null,
                                new Filter(true, null, now, term.value()),
                                "q=" + encoded(term.value()) + period))
                        .toList(),
                topics.districts().stream()
                        .map(district -> topic(
                                district,
                                null,
                                new Filter(true, null, now.withDistrict(district.value()), null),
                                "district=" + district.value() + period.replaceAll("&district=[^&]*", "")))
                        .toList(),
                topics.agencies().stream()
                        .map(agency -> topic(
                                agency,
                                directory.name(agency.value()),
                                new Filter(true, null, now.withAgency(agency.value()), null),
                                "agency=" + agency.value() + period))
                        .toList());
    }

    /**
     * The period of the same length before.
     *
     * @throws InvalidInput where it is longer than can be compared
     */
    static PetitionFilter before(PetitionFilter now) {
        LocalDate from = WorkCalendar.dateOf(now.from());
        long days = ChronoUnit.DAYS.between(from, WorkCalendar.dateOf(now.to()));
        if (days > LONGEST_PERIOD) {
            throw new InvalidInput(
                    "to",
                    "range",
                    "时段最长 " + LONGEST_PERIOD + " 天。",
                    "The period may have " + LONGEST_PERIOD + " days.");
        }
        return now.between(from.minusDays(days).atStartOfDay(WorkCalendar.ZONE).toInstant(), now.from());
    }

    private Topic topic(Rising rising, String name, Filter behind, String query) {
        List<Reference> latest = index.page(behind, Order.PUBLISHED, null, false, LATEST).stream()
                .map(PetitionIndex.Hit::petition)
                .map(petition -> new Reference(petition.id(), petition.number(), petition.title()))
                .toList();
        return new Topic(
                rising.value(),
                name,
                rising.count(),
                rising.before(),
                rising.rise(),
                latest,
                "/api/public/petitions?" + query);
    }

    /** The same filters again, for the lists. */
    private static String narrowing(Parameters parameters) {
        StringBuilder query = new StringBuilder();
        for (String name : NARROWING) {
            for (String value : parameters.repeated(name)) {
                query.append('&').append(name).append('=').append(encoded(value));
            }
        }
        return query.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
