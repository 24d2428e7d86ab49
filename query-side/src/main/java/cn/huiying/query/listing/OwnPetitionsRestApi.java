package cn.huiying.query.listing;

import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.PetitionFilters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.listing.PetitionIndex.Filter;
import cn.huiying.query.listing.PetitionIndex.Order;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authors' list of their own petitions. */
@RestController
class OwnPetitionsRestApi {

    /** @param title opened for the author; null where the key was destroyed */
    record OwnItem(
            PetitionId id,
            String number,
            Section section,
            PetitionType type,
            String domain,
            String district,
            @Nullable String title,
            State state,
            String stateText,
            @Nullable AgencyName agency,
            boolean published,
            @Nullable SatisfactionBand rating,
            Instant submittedAt,
            @Nullable Instant resolvedAt,
            long version) {}

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final PetitionFilters filters;
    private final Lists lists;
    private final KeptAnswers answers;
    private final Vault vault;

    OwnPetitionsRestApi(
            PetitionIndex index,
            AgencyDirectory directory,
            PetitionFilters filters,
            Lists lists,
            KeptAnswers answers,
            Vault vault) {
        this.index = index;
        this.directory = directory;
        this.filters = filters;
        this.lists = lists;
        this.answers = answers;
        this.vault = vault;
    }

    @GetMapping("/api/petitions/mine")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Rendered<Page<OwnItem>>> mine(Actor actor, HttpServletRequest request) {
        if (actor.role() != Role.CITIZEN && actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有群众和企业有自己的留言。", "Only citizens and enterprises have petitions.");
        }
        return answers.own(actor, request, index.changedAt(), () -> {
            Parameters parameters = Parameters.of(
                    request,
                    Lists.parameters("section", "type", "domain", "district", "agency", "state", "from", "to"));
            Filter filter = new Filter(false, AccountId.ofSubject(actor.id()), filters.read(parameters), null);
            return lists.page(
                    "mine " + actor.id(),
                    parameters,
                    OwnItem.class,
                    new IndexedList(index, filter, Order.SUBMITTED),
                    hit -> item(hit.petition()),
                    null,
                    null);
        });
    }

    private OwnItem item(ListedPetition petition) {
        return new OwnItem(
                petition.id(),
                petition.number(),
                petition.section(),
                petition.type(),
                petition.domain(),
                petition.district(),
                vault.open(petition.sealedTitle()).orElse(null),
                petition.state(),
                petition.state().chinese(),
                AgencyName.of(petition.agency(), directory),
                petition.published(),
                petition.rating(),
                petition.submittedAt(),
                petition.resolvedAt(),
                petition.version());
    }
}
