package cn.huiying.query.open311;

import cn.huiying.shared.petition.ServiceCode;
import cn.huiying.shared.petition.VisibilityWish;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents of GeoReport v2 about what can be asked for; their elements and their order are the specification's. */
final class Services {

    private Services() {}

    @JsonRootName("services")
    record ServiceList(@JsonValue List<Service> services) {}

    record Service(
            @JsonProperty("service_code") String code,
            @JsonProperty("service_name") String name,
            String description,
            boolean metadata,
            String type,
            String keywords,
            String group) {

        static Service of(ServiceCode service) {
            return new Service(
                    service.value(),
                    service.chinese(),
                    service.domain() + "领域的" + service.type().chinese() + " · "
                            + service.type().name().toLowerCase(Locale.ROOT) + " in this field",
                    true,
                    "realtime",
                    service.domain() + "," + service.type().chinese() + ","
                            + service.type().name().toLowerCase(Locale.ROOT),
                    service.domain());
        }
    }

    @JsonRootName("service_definition")
    record ServiceDefinition(@JsonProperty("service_code") String code, List<Attribute> attributes) {

        static ServiceDefinition of(ServiceCode service, Map<String, String> districts) {
            return new ServiceDefinition(
                    service.value(),
                    List.of(
                            Attribute.choice(1, "district", true, "事发县区 · District of the matter", values(districts)),
                            new Attribute(
                                    true,
                                    "title",
                                    "string",
                                    false,
                                    "一行文字 · One line",
                                    2,
                                    "标题;省略时取描述的开头 · Title; the beginning of the description where it is left out",
                                    List.of()),
                            Attribute.choice(
                                    3,
                                    "visibility",
                                    false,
                                    "公开意愿,默认匿名公开 · How far it may be seen; ANONYMOUS by default",
                                    Stream.of(VisibilityWish.values())
                                            .map(wish -> new Value(wish.name(), wish.chinese()))
                                            .toList())));
        }

        private static List<Value> values(Map<String, String> names) {
            return new TreeMap<>(names)
                    .entrySet().stream()
                            .map(entry -> new Value(entry.getKey(), entry.getValue()))
                            .toList();
        }
    }

    record Attribute(
            boolean variable,
            String code,
            String datatype,
            boolean required,
            @JsonProperty("datatype_description") String datatypeDescription,
            int order,
            String description,
            List<Value> values) {

        static Attribute choice(int order, String code, boolean required, String description, List<Value> values) {
            return new Attribute(
                    true, code, "singlevaluelist", required, "选择一项 · Choose one", order, description, values);
        }
    }

    record Value(String key, String name) {}
}
