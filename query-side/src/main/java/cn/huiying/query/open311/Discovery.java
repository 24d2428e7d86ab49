package cn.huiying.query.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.util.List;

/** Where Open311 is served, in the form of its Service Discovery. */
@JsonRootName("discovery")
record Discovery(
        String changeset, String contact, @JsonProperty("key_service") String keyService, List<Endpoint> endpoints) {

    record Endpoint(String specification, String url, String changeset, String type, List<String> formats) {}

    static Discovery of(String url, String changeset, String contact) {
        return new Discovery(
                changeset,
                contact,
                contact,
                List.of(new Endpoint(
                        "http://wiki.open311.org/GeoReport_v2",
                        url,
                        changeset,
                        "production",
                        List.of("text/xml", "application/json"))));
    }
}
