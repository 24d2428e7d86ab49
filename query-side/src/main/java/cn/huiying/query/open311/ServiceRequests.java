package cn.huiying.query.open311;

import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.ListedPetition;
import cn.huiying.query.listing.ListedPetition.Milestone;
import cn.huiying.query.listing.ListedPetition.Step;
import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.State.PublicTab;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Published petitions as GeoReport v2 tells them; the elements and their order are the specification's. */
@JsonRootName("service_requests")
record ServiceRequests(@JsonValue List<Request> requests) {

    /** What the specification knows of a petition's state. */
    enum Status {
        OPEN,
        CLOSED;

        static Status of(State state) {
            return state.publicTab() == PublicTab.DONE ? CLOSED : OPEN;
        }

        @JsonValue
        String value() {
            return this == OPEN ? "open" : "closed";
        }
    }

    /** @param expected not told: deadlines are the author's and the offices' */
    record Request(
            @JsonProperty("service_request_id") String id,
            Status status,
            @JsonProperty("status_notes") @Nullable String statusNotes,
            @JsonProperty("service_name") String serviceName,
            @JsonProperty("service_code") String serviceCode,
            String description,
            @JsonProperty("agency_responsible") @Nullable String agency,
            @JsonProperty("service_notice") @Nullable String notice,
            @JsonProperty("requested_datetime") Instant requested,
            @JsonProperty("updated_datetime") Instant updated,
            @JsonProperty("expected_datetime") @Nullable Instant expected,
            @Nullable String address,
            @JsonProperty("address_id") @Nullable String addressId,
            @Nullable String zipcode,
            @JsonProperty("lat") @Nullable String latitude,
            @JsonProperty("long") @Nullable String longitude,
            @JsonProperty("media_url") @Nullable String mediaUrl) {

        /** Of a published petition; where it happened is for the handling unit only. */
        static Request of(ListedPetition petition, AgencyDirectory directory) {
            ServiceCode service = new ServiceCode(petition.type(), petition.domain());
            return new Request(
                    petition.number(),
                    Status.of(petition.state()),
                    notes(petition),
                    service.chinese(),
                    service.value(),
                    petition.title() + "\n" + petition.body(),
                    petition.agency() == null ? null : directory.name(petition.agency()),
                    null,
                    petition.submittedAt(),
                    updated(petition),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static String notes(ListedPetition petition) {
            boolean terminated = passed(petition, Step.TERMINATED) != null;
            return petition.publicReply() == null && terminated ? Step.TERMINATED.chinese() : petition.publicReply();
        }

        /** Of what is closed, when it was closed; else when the public last learned something of it. */
        private static Instant updated(ListedPetition petition) {
            if (Status.of(petition.state()) == Status.CLOSED) {
                Instant terminated = passed(petition, Step.TERMINATED);
                return terminated == null ? petition.resolvedAt() : terminated;
            }
            return Stream.of(
                            petition.publishedAt(),
                            petition.publicReplyAt(),
                            petition.milestones().getLast().at())
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        private static Instant passed(ListedPetition petition, Step step) {
            return petition.milestones().stream()
                    .filter(milestone -> milestone.step() == step)
                    .map(Milestone::at)
                    .findFirst()
                    .orElse(null);
        }
    }
}
