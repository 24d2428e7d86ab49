package cn.huiying.query.directory;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory.ListedAgency;
import cn.huiying.shared.organisation.AgencyKind;
import cn.huiying.shared.organisation.AgencyLevel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the directory. */
@RestController
class AgencyDirectoryRestApi {

    /** An agency with those under it. */
    record Node(
            String code,
            String name,
            AgencyLevel level,
            String district,
            AgencyKind kind,
            List<String> duties,
            boolean suspended,
            List<Node> children) {}

    record Tree(int total, List<Node> agencies) {}

    private final AgencyDirectory directory;

    AgencyDirectoryRestApi(AgencyDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/api/public/agencies")
    @ReadsFrom(AgencyDirectoryProjection.NAME)
    Tree tree(HttpServletRequest request) {
        Parameters.of(request);
        List<ListedAgency> agencies = directory.all();
        Map<String, Node> nodes = new LinkedHashMap<>();
        agencies.forEach(agency -> nodes.put(
                agency.entry().code(),
                new Node(
                        agency.entry().code(),
                        agency.entry().name(),
                        agency.entry().level(),
                        agency.entry().district(),
                        agency.entry().kind(),
                        agency.entry().duties(),
                        agency.suspended(),
                        new ArrayList<>())));
        List<Node> roots = new ArrayList<>();
        agencies.forEach(agency -> {
            Node parent = nodes.get(agency.entry().parent());
            (parent == null ? roots : parent.children())
                    .add(nodes.get(agency.entry().code()));
        });
        return new Tree(agencies.size(), roots);
    }
}
