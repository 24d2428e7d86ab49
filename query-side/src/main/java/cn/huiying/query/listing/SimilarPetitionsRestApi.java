package cn.huiying.query.listing;

import cn.huiying.query.common.KeptAnswers;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.SearchText;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.listing.PetitionIndex.Hit;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Published petitions like a title: before posting, beside a published petition, and for whoever has just posted one or takes it
 * in. What is not published has no text in the index, so it is never among them.
 */
@RestController
class SimilarPetitionsRestApi {

    record Similar(List<PublicItem> items) {}

    private final PetitionIndex index;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final KeptAnswers answers;
    private final Vault vault;

    SimilarPetitionsRestApi(
            PetitionIndex index, AgencyDirectory directory, Lists lists, KeptAnswers answers, Vault vault) {
        this.index = index;
        this.directory = directory;
        this.lists = lists;
        this.answers = answers;
        this.vault = vault;
    }

    @GetMapping("/api/public/similar")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Rendered<Similar>> similarTo(HttpServletRequest request) {
        return answers.open(request, index.publicChangedAt(), () -> {
            Parameters parameters = Parameters.of(request, "text", "limit");
            String text = SearchText.read(parameters, "text").orElseGet(() -> parameters.required("text"));
            return ResponseEntity.ok(lists.render(similar(text, null, parameters)));
        });
    }

    @GetMapping("/api/public/petitions/{id}/similar")
    @ReadsFrom(ListingProjection.NAME)
    ResponseEntity<Rendered<Similar>> similarToPublished(@PathVariable String id, HttpServletRequest request) {
        return answers.open(request, index.publicChangedAt(), () -> {
            Parameters parameters = Parameters.of(request, "limit");
            ListedPetition petition = index.published(id);
            return ResponseEntity.ok(lists.render(similar(petition.title(), petition.id(), parameters)));
        });
    }

    @GetMapping("/api/petitions/{id}/similar")
    @ReadsFrom(ListingProjection.NAME)
    Similar similarForWhoTakesIn(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "limit");
        ListedPetition petition = index.find(PetitionIndex.id(id))
                .filter(found -> maySee(actor, found))
                .orElseThrow(PetitionIndex::notFound);
        Optional<String> title = vault.open(petition.sealedTitle());
        return title.map(text -> similar(text, petition.id(), parameters)).orElse(new Similar(List.of()));
    }

    private static boolean maySee(Actor actor, ListedPetition petition) {
        return switch (actor.role()) {
            case CITIZEN, ENTERPRISE -> AccountId.ofSubject(actor.id()).equals(petition.author());
            case COUNTY_OFFICER ->
                petition.board() == Board.COUNTY_LEADER && petition.district().equals(actor.district());
            case INTAKE_OFFICER, BUREAU_LEADER, SUPERVISOR -> true;
            default -> false;
        };
    }

    private Similar similar(String title, PetitionId except, Parameters parameters) {
        return new Similar(index.similar(title, except, parameters.integer("limit", 1, 20, 5)).stream()
                .map(found -> PublicItem.of(new Hit(found, null, null, null), directory))
                .toList());
    }
}
