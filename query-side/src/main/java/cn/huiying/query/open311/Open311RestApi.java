package cn.huiying.query.open311;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.PetitionIndex;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.query.open311.ServiceRequests.Request;
import cn.huiying.query.open311.Services.Service;
import cn.huiying.query.open311.Services.ServiceDefinition;
import cn.huiying.query.open311.Services.ServiceList;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The doors of Open311 GeoReport v2 that read; whatever their clients send beside the specification is passed over. */
@RestController
class Open311RestApi {

    private static final int MOST_IDS = 100;
    private static final Comparator<Hit> NEWEST_FIRST = Comparator.comparing(
                    (Hit hit) -> hit.petition().submittedAt().truncatedTo(ChronoUnit.MILLIS))
            .thenComparing(hit -> hit.petition().order())
            .reversed();

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Open311Settings settings;
    private final InstantSource clock;
    private final String changeset;

    Open311RestApi(PetitionIndex index, AgencyDirectory directory, Open311Settings settings, InstantSource clock) {
        this.index = index;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        // The services follow from settings, which change with a start only.
        this.changeset = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @GetMapping("/open311/discovery.{format:json|xml}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Discovery> discovery(@PathVariable String format) {
        String url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/open311/v2")
                .toUriString();
        return answer(format, Discovery.of(url, changeset, settings.contact()));
    }

    @GetMapping("/open311/v2/services.{format:json|xml}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<ServiceList> services(@PathVariable String format, HttpServletRequest request) {
        parameters(request);
        return answer(
                format,
                new ServiceList(ServiceCode.all(settings.domains()).stream()
                        .map(Service::of)
                        .toList()));
    }

    @GetMapping("/open311/v2/services/{code}.{format:json|xml}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<ServiceDefinition> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        parameters(request);
        ServiceCode service = ServiceCode.all(settings.domains()).stream()
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "service-not-found",
                        "没有该 service_code,见 services。",
                        "There is no such service_code; see services."));
        return answer(format, ServiceDefinition.of(service, settings.districts()));
    }

    @GetMapping("/open311/v2/requests.{format:json|xml}")
    @ReadsFrom(PetitionIndex.NAME)
    ResponseEntity<ServiceRequests> requests(@PathVariable String format, HttpServletRequest request) {
        Parameters parameters = parameters(
                request,
                Stream.concat(Stream.of("service_request_id"), Arrays.stream(Question.PARAMETERS))
                        .toArray(String[]::new));
        List<String> ids = parameters.repeated("service_request_id").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .distinct()
                .toList();
        Stream<ListedPetition> found =
                ids.isEmpty() ? ask(Question.read(parameters, settings.domains(), clock.instant())) : byId(ids);
        return answer(format, document(found));
    }

    @GetMapping("/open311/v2/requests/{id}.{format:json|xml}")
    @ReadsFrom(PetitionIndex.NAME)
    ResponseEntity<ServiceRequests> request(
            @PathVariable String id, @PathVariable String format, HttpServletRequest request) {
        parameters(request);
        return answer(format, document(Stream.of(published(id).orElseThrow(PetitionIndex::notFound))));
    }

    private Stream<ListedPetition> ask(Question question) {
        return question.filters().stream()
                .flatMap(filter -> index
                        .page(
                                new Filter(true, null, filter, null),
                                Order.SUBMITTED,
                                null,
                                false,
                                question.skip() + question.limit())
                        .stream())
                .sorted(NEWEST_FIRST)
                .skip(question.skip())
                .limit(question.limit())
                .map(Hit::petition);
    }

    private Stream<ListedPetition> byId(List<String> ids) {
        if (ids.size() > MOST_IDS) {
            throw new InvalidInput(
                    "service_request_id",
                    "range",
                    "一次最多查询 " + MOST_IDS + " 个 service_request_id。",
                    "At most " + MOST_IDS + " “service_request_id” can be asked for at once.");
        }
        return ids.stream().map(this::published).flatMap(Optional::stream);
    }

    private Optional<ListedPetition> published(String number) {
        return index.findByNumber(number).filter(ListedPetition::published);
    }

    private ServiceRequests document(Stream<ListedPetition> petitions) {
        return new ServiceRequests(
                petitions.map(petition -> Request.of(petition, directory)).toList());
    }

    private Parameters parameters(HttpServletRequest request, String... known) {
        Parameters parameters = Parameters.leniently(
                request,
                Stream.concat(Stream.of("jurisdiction_id"), Arrays.stream(known))
                        .toArray(String[]::new));
        if (!parameters
                .single("jurisdiction_id")
                .orElse(settings.jurisdiction())
                .equals(settings.jurisdiction())) {
            throw Refused.notFound(
                    "jurisdiction-not-found",
                    "没有该 jurisdiction_id;本平台为 " + settings.jurisdiction() + "。",
                    "There is no such jurisdiction_id; this is " + settings.jurisdiction() + ".");
        }
        return parameters;
    }

    private static <T> ResponseEntity<T> answer(String format, T document) {
        MediaType type = format.equals("xml") ? MediaType.TEXT_XML : MediaType.APPLICATION_JSON;
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(document);
    }
}
