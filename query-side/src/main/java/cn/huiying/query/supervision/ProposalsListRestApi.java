package cn.huiying.query.supervision;

import cn.huiying.query.common.ListedSource;
import cn.huiying.query.common.Lists;
import cn.huiying.query.common.Page;
import cn.huiying.query.common.Parameters;
import cn.huiying.query.common.ReadsFrom;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.common.Stories;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyName;
import cn.huiying.query.supervision.ListedProposals.Query;
import cn.huiying.query.supervision.OrderFile.Step;
import cn.huiying.query.supervision.ProposalFile.Reaction;
import cn.huiying.shared.privacy.AttachmentContents;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.ProposalEvent;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import jakarta.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The doors to the proposals: all of them for those who supervise, its own for each agency. */
@RestController
class ProposalsListRestApi {

    private static final Map<String, Boolean> NEWEST_FIRST = Map.of("-issuedAt", true, "dueAt", false);

    /**
     * One row of a list.
     *
     * @param adoption      null before the feedback
     * @param feedbackDueAt until when the agency has to answer; null while it has not to
     * @param late          whether it should have answered
     */
    record Row(
            String id,
            ProposalKind kind,
            String kindText,
            AgencyName agency,
            String title,
            List<String> petitions,
            List<String> orders,
            ProposalState state,
            String stateText,
            @Nullable Adoption adoption,
            Instant issuedAt,
            @Nullable Instant feedbackDueAt,
            boolean late,
            long version) {}

    /**
     * One proposal, whole.
     *
     * @param feedback         null before
     * @param withdrawnBecause null where it stands
     */
    record Shown(
            Row proposal,
            String text,
            @Nullable Reaction feedback,
            @Nullable String withdrawnBecause,
            List<Step> history) {}

    private final ListedProposals proposals;
    private final AgencyDirectory directory;
    private final Lists lists;
    private final EventStore eventStore;
    private final AttachmentContents contents;
    private final InstantSource clock;

    ProposalsListRestApi(
            ListedProposals proposals,
            AgencyDirectory directory,
            Lists lists,
            EventStore eventStore,
            AttachmentContents contents,
            InstantSource clock) {
        this.proposals = proposals;
        this.directory = directory;
        this.lists = lists;
        this.eventStore = eventStore;
        this.contents = contents;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/proposals")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> all(Actor actor, HttpServletRequest request) {
        Viewers.requireSupervising(actor);
        Parameters parameters = Parameters.of(
                request, Lists.parameters("state", "kind", "adoption", "agency", "petition", "order", "late", "sort"));
        return page("proposals", query(parameters, Set.copyOf(parameters.repeated("agency"))), parameters);
    }

    @GetMapping("/api/agencies/{code}/proposals")
    @ReadsFrom(SupervisionOrdersProjection.NAME)
    ResponseEntity<Rendered<Page<Row>>> own(Actor actor, @PathVariable String code, HttpServletRequest request) {
        if (!code.equals(actor.agency()) && !Viewers.supervise(actor)) {
            throw Refused.notFound("agency-not-found", "没有找到该单位的建议。", "There are no such proposals.");
        }
        Parameters parameters = Parameters.of(
                request, Lists.parameters("state", "kind", "adoption", "petition", "order", "late", "sort"));
        return page("agency-proposals " + code, query(parameters, Set.of(code)), parameters);
    }

    @GetMapping("/api/supervision/proposals/{id}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<Shown> one(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Parameters.of(request);
        ProposalFile file = open(actor, id);
        return ResponseEntity.ok()
                .eTag("\"" + file.proposal.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(new Shown(
                        row(file.proposal, clock.instant()),
                        file.text,
                        file.feedback,
                        file.withdrawnBecause,
                        file.history));
    }

    @GetMapping("/api/supervision/proposals/{id}/documents/{document}")
    @ReadsFrom(ReadsFrom.LOG)
    ResponseEntity<byte[]> document(
            Actor actor, @PathVariable String id, @PathVariable String document, HttpServletRequest request) {
        Parameters.of(request);
        ProposalFile file = open(actor, id);
        DocumentId known = file.feedback == null ? null : file.feedback.document();
        return Scans.answer(id, document, known == null ? List.of() : List.of(known), contents);
    }

    private ProposalFile open(Actor actor, String id) {
        ProposalFile file = new ProposalFile();
        Stories.read(eventStore, proposalId(id), ProposalEvent.class, file::evolve);
        if (file.proposal == null
                || !Viewers.supervise(actor) && !file.proposal.agency().equals(actor.agency())) {
            throw Refused.notFound("proposal-not-found", "没有找到该建议。", "There is no such proposal.");
        }
        return file;
    }

    private static String proposalId(String id) {
        try {
            return new ProposalId(id).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "建议编号格式不对。", e.getMessage() + ".");
        }
    }

    private Query query(Parameters parameters, Set<String> agencies) {
        return new Query(
                parameters.anyOf("state", Parameters.constants(ProposalState.class)),
                parameters.anyOf("kind", Parameters.constants(ProposalKind.class)),
                parameters.anyOf("adoption", Parameters.constants(Adoption.class)),
                agencies,
                parameters.single("petition").orElse(null),
                parameters.single("order").orElse(null),
                parameters.oneOf("late", Map.of("true", true)).isPresent(),
                parameters.oneOf("sort", NEWEST_FIRST).orElse(true),
                clock.instant());
    }

    private ResponseEntity<Rendered<Page<Row>>> page(String list, Query query, Parameters parameters) {
        return lists.page(
                list,
                parameters,
                Row.class,
                new ListedSource<>(proposals, query),
                proposal -> row(proposal, query.now()),
                null,
                proposals.counts(query));
    }

    private Row row(ListedProposal proposal, Instant now) {
        return new Row(
                proposal.id(),
                proposal.kind(),
                proposal.kind().chinese(),
                AgencyName.of(proposal.agency(), directory),
                proposal.title(),
                proposal.petitions(),
                proposal.orders(),
                proposal.state(),
                proposal.state().chinese(),
                proposal.adoption(),
                proposal.issuedAt(),
                proposal.feedbackDueAt(),
                proposal.late(now),
                proposal.version());
    }
}
