package cn.huiying.query.petitionfile;

import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The door to a petition's file: for its author, its agency, and the bureau. */
@RestController
class PetitionFileRestApi {

    record Limits(Instant correctBy, Instant returnBy, Instant evaluateBy, Instant callBackBy) {}

    record Reply(
            int round,
            ReplyOutcome outcome,
            String outcomeText,
            String text,
            String legalBasis,
            String evidence,
            boolean approved,
            boolean confirmed,
            Instant submittedAt) {}

    record Evaluation(
            Integer solved,
            int manner,
            int speed,
            double overall,
            SatisfactionBand band,
            String bandText,
            String comment,
            Instant at) {}

    record Entry(Instant at, String event, String eventText, String role, AgencyName agency, String text) {}

    /** Texts that were sealed are opened for this reader; one is null where the author's key was destroyed. */
    record File(
            PetitionId id,
            String number,
            long version,
            State state,
            String stateText,
            Section section,
            Board board,
            PetitionType type,
            String domain,
            String district,
            VisibilityWish visibilityWish,
            String nickname,
            String title,
            String body,
            String claim,
            String supplement,
            PetitionClass petitionClass,
            LimitClass limitClass,
            Urgency urgency,
            AgencyName agency,
            boolean designated,
            boolean returnPending,
            PetitionId mergedInto,
            Reply reply,
            Evaluation evaluation,
            PetitionFile.Publication publication,
            String source,
            Instant submittedAt,
            Instant acceptedAt,
            Instant dispatchedAt,
            Instant resolvedAt,
            Instant closedAt,
            Limits limits,
            List<Entry> history) {}

    private final PetitionFiles files;
    private final AgencyDirectory directory;
    private final Vault vault;

    PetitionFileRestApi(PetitionFiles files, AgencyDirectory directory, Vault vault) {
        this.files = files;
        this.directory = directory;
        this.vault = vault;
    }

    @GetMapping("/api/petitions/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<File> file(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        PetitionId petitionId;
        try {
            petitionId = new PetitionId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "留言编号格式不对。", e.getMessage() + ".");
        }
        PetitionFile file = files.find(petitionId)
                .filter(found -> maySee(actor, found))
                .orElseThrow(() -> Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition."));
        return ResponseEntity.ok().eTag("\"" + file.version + "\"").body(show(file, isAuthor(actor, file)));
    }

    private static boolean maySee(Actor actor, PetitionFile file) {
        return switch (actor.role()) {
            case CITIZEN, ENTERPRISE -> isAuthor(actor, file);
            case AGENCY_HANDLER, AGENCY_LEADER -> file.agency != null && file.agency.equals(actor.agency());
            case COUNTY_OFFICER -> file.board == Board.COUNTY_LEADER && file.district.equals(actor.district());
            case INTAKE_OFFICER, BUREAU_LEADER, SUPERVISOR -> true;
            default -> false;
        };
    }

    private static boolean isAuthor(Actor actor, PetitionFile file) {
        return AccountId.ofSubject(actor.id()).equals(file.author);
    }

    /** Authors see the road of their petition, not the bodies' internal dealings nor a reply still in review. */
    private File show(PetitionFile file, boolean toAuthor) {
        boolean replied = file.state == State.RESOLVED || file.state == State.CLOSED;
        return new File(
                file.id,
                file.number,
                file.version,
                file.state,
                file.state.chinese(),
                file.section,
                file.board,
                file.type,
                file.domain,
                file.district,
                file.visibilityWish,
                file.nickname,
                open(file.title),
                open(file.body),
                open(file.claim),
                open(file.supplement),
                file.petitionClass,
                file.limitClass,
                file.urgency,
                agency(file.agency),
                file.designated,
                !toAuthor && file.returnPending,
                file.mergedInto,
                file.reply == null || (toAuthor && !replied) ? null : reply(file.reply),
                file.evaluation == null ? null : evaluation(file.evaluation),
                file.publication,
                file.source,
                file.submittedAt,
                file.acceptedAt,
                file.dispatchedAt,
                file.resolvedAt,
                file.closedAt,
                new Limits(
                        file.correctBy,
                        toAuthor ? null : file.returnBy,
                        file.evaluateBy,
                        toAuthor ? null : file.callBackBy),
                file.history.stream()
                        .filter(entry -> !(toAuthor && entry.internal()))
                        .map(this::entry)
                        .toList());
    }

    private Reply reply(PetitionFile.Reply reply) {
        return new Reply(
                reply.round(),
                reply.outcome(),
                reply.outcome().chinese(),
                open(reply.text()),
                reply.legalBasis(),
                reply.evidence(),
                reply.approved(),
                reply.confirmed(),
                reply.submittedAt());
    }

    private Evaluation evaluation(PetitionFile.Evaluation evaluation) {
        return new Evaluation(
                evaluation.solved(),
                evaluation.manner(),
                evaluation.speed(),
                evaluation.overall(),
                evaluation.band(),
                evaluation.band().chinese(),
                open(evaluation.comment()),
                evaluation.at());
    }

    private Entry entry(PetitionFile.Entry entry) {
        String opened = open(entry.sealed());
        String text = entry.text() == null ? opened : opened == null ? entry.text() : entry.text() + ":" + opened;
        return new Entry(entry.at(), entry.event(), entry.chinese(), entry.role(), agency(entry.agency()), text);
    }

    private String open(Sealed sealed) {
        return sealed == null ? null : vault.open(sealed).orElse(null);
    }

    private AgencyName agency(String code) {
        return AgencyName.of(code, directory);
    }
}
