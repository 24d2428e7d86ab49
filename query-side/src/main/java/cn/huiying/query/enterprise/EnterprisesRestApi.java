package cn.huiying.query.enterprise;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.enterprise.ListedEnterprises.Query;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to the list of enterprises, for the officers who verify them. */
@RestController
class EnterprisesRestApi {

    private static final Map<String, Boolean> NEWEST_FIRST = Map.of("-registeredAt", true, "registeredAt", false);

    /**
     * One row of the list.
     *
     * @param name           null where the enterprise's key was destroyed
     * @param refusal        why it was not verified; null otherwise
     * @param registeredAt   when the particulars were given last
     * @param sameEnterprise other open accounts with the same unified social credit code
     */
    record Row(
            String id,
            @Nullable String name,
            @Nullable Industry industry,
            @Nullable String industryText,
            @Nullable EnterpriseSize size,
            @Nullable String sizeText,
            @Nullable String district,
            Verification verification,
            @Nullable String refusal,
            boolean frozen,
            Instant registeredAt,
            List<String> sameEnterprise,
            long version) {}

    /** A page, and the accounts that have its credit codes too, looked up once. */
    private static final class Twins implements Lists.Source<ListedEnterprise> {

        private final Lists.Source<ListedEnterprise> page;
        private final ListedEnterprises enterprises;
        private Map<String, List<String>> accounts = Map.of();

        Twins(Lists.Source<ListedEnterprise> page, ListedEnterprises enterprises) {
            this.page = page;
            this.enterprises = enterprises;
        }

        @Override
        public List<ListedEnterprise> page(String[] from, boolean backwards, int limit) {
            List<ListedEnterprise> items = page.page(from, backwards, limit);
            accounts = enterprises.byCreditCode(items.stream()
                    .map(ListedEnterprise::creditCodeDigest)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            return items;
        }

        @Override
        public String[] placeOf(ListedEnterprise item) {
            return page.placeOf(item);
        }

        @Override
        public long count() {
            return page.count();
        }

        List<String> of(ListedEnterprise enterprise) {
            return accounts.getOrDefault(enterprise.creditCodeDigest(), List.of()).stream()
                    .filter(id -> !id.equals(enterprise.id()))
                    .sorted()
                    .toList();
        }
    }

    private final ListedEnterprises enterprises;
    private final Lists lists;
    private final Vault vault;

    EnterprisesRestApi(ListedEnterprises enterprises, Lists lists, Vault vault) {
        this.enterprises = enterprises;
        this.lists = lists;
        this.vault = vault;
    }

    @GetMapping("/api/enterprises")
    @ReadsFrom(EnterprisesProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> list(Actor actor, HttpServletRequest request) {
        if (actor.role() != Role.INTAKE_OFFICER && actor.role() != Role.BUREAU_LEADER) {
            throw Refused.forbidden("role-may-not", "您的角色不能查看企业名单。", "Your role may not see the list of enterprises.");
        }
        Parameters parameters =
                Parameters.of(request, Lists.parameters("verification", "industry", "size", "district", "sort"));
        Query query = new Query(
                parameters.anyOf("verification", Parameters.constants(Verification.class)),
                parameters.anyOf("industry", Parameters.constants(Industry.class)),
                parameters.anyOf("size", Parameters.constants(EnterpriseSize.class)),
                Set.copyOf(parameters.repeated("district")),
                parameters.oneOf("sort", NEWEST_FIRST).orElse(false));
        Twins source = new Twins(new ListedSource<>(enterprises, query), enterprises);
        return lists.page(
                "enterprises",
                parameters,
                Row.class,
                source,
                enterprise -> row(enterprise, source.of(enterprise)),
                null,
                enterprises.counts(query));
    }

    private Row row(ListedEnterprise e, List<String> sameEnterprise) {
        return new Row(
                e.id(),
                vault.open(e.name()).orElse(null),
                e.industry(),
                e.industry() == null ? null : e.industry().chinese(),
                e.size(),
                e.size() == null ? null : e.size().chinese(),
                e.district(),
                e.verification(),
                e.refusal(),
                e.frozen(),
                e.registeredAt(),
                sameEnterprise,
                e.version());
    }
}
