package cn.huiying.query.petitionfile;

import cn.huiying.query.common.AsOf;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.function.Predicate;

/** Petition files for those who may see them: the author, the agencies that have it in hand, the bureau. */
public final class VisibleFiles {

    private final PetitionFiles files;

    VisibleFiles(PetitionFiles files) {
        this.files = files;
    }

    /**
     * Whether a caller reads a petition as its author, and so without what the offices have with one another.
     *
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none that this caller may see
     */
    public boolean readsAsAuthor(Actor actor, String id) {
        return isAuthor(actor, open(actor, id));
    }

    /**
     * The file of a petition.
     *
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none that this caller may see
     */
    PetitionFile open(Actor actor, String id) {
        return open(id, null, file -> maySee(actor, file));
    }

    /**
     * The file of a petition to read only, as it is or as it was; auditors look into it, too.
     *
     * @param asOf null for the present
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none that this caller may see
     */
    PetitionFile read(Actor actor, String id, AsOf asOf) {
        return open(id, asOf, file -> actor.role() == Role.AUDITOR || maySee(actor, file));
    }

    /**
     * The file of a petition that the public may know of; not all that is in it.
     *
     * @throws InvalidInput where the id has not the form of one
     * @throws Refused where there is none that is published
     */
    PetitionFile published(String id) {
        return open(id, null, file -> file.publicationState() == PetitionFile.PublicationState.PUBLISHED);
    }

    private PetitionFile open(String id, AsOf asOf, Predicate<PetitionFile> visible) {
        PetitionId petitionId;
        try {
            petitionId = new PetitionId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "留言编号格式不对。", e.getMessage() + ".");
        }
        return files.find(petitionId, asOf)
                .filter(visible)
                .orElseThrow(() -> Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition."));
    }

    private static boolean maySee(Actor actor, PetitionFile file) {
        return switch (actor.role()) {
            case CITIZEN, ENTERPRISE -> isAuthor(actor, file);
            case AGENCY_HANDLER, AGENCY_LEADER -> file.isInHandOf(actor.agency());
            case COUNTY_OFFICER -> file.board == Board.COUNTY_LEADER && file.district.equals(actor.district());
            case INTAKE_OFFICER, BUREAU_LEADER, SUPERVISOR -> true;
            default -> false;
        };
    }

    /** Authors see the road of their petition, not the bodies' internal dealings nor a reply still in review. */
    static boolean isAuthor(Actor actor, PetitionFile file) {
        return AccountId.ofSubject(actor.id()).equals(file.author);
    }
}
