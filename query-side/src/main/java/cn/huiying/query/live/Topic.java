package cn.huiying.query.live;

import cn.huiying.query.board.BoardView;
import cn.huiying.shared.petition.PetitionId;

/** What one can listen to. A subscriber has one topic; a topic is told of an event at most once. */
sealed interface Topic {

    /** Everyone: what the public sees of the published petitions, and of the policies. */
    record Publications() implements Topic {}

    /** The bureau, and the officer of a county board: all that happens to one petition. */
    record Petition(PetitionId id) implements Topic {}

    /** The author: what is not the offices' own. */
    record OwnPetition(PetitionId id) implements Topic {}

    /** An agency: what happens to one petition while the agency has it in hand. */
    record PetitionInHand(PetitionId id, String agency) implements Topic {}

    /** What happens to the petitions that an agency has in hand. */
    record Queue(String agency) implements Topic {}

    /** What comes to the bureau's desks and leaves them; of one county board where a district is given, else of all. */
    record Intake(String district) implements Topic {}

    /** What the supervisors watch: lights, missed deadlines, more time, what is handled again, and their orders. */
    record Supervision() implements Topic {}

    /** A state and what changes in it, rather than happenings. */
    record SupervisionBoard(BoardView view) implements Topic {}

    /** The stream it belongs to, for the meters. */
    default String stream() {
        return switch (this) {
            case Publications t -> "public";
            case Petition t -> "petition";
            case OwnPetition t -> "petition";
            case PetitionInHand t -> "petition";
            case Queue t -> "queue";
            case Intake t -> "intake";
            case Supervision t -> "supervision";
            case SupervisionBoard t -> "board";
        };
    }

    /** The only petition it is about; null where it is about many. */
    default String onlyPetition() {
        return switch (this) {
            case Petition t -> t.id().value();
            case OwnPetition t -> t.id().value();
            case PetitionInHand t -> t.id().value();
            case Publications t -> null;
            case Queue t -> null;
            case Intake t -> null;
            case Supervision t -> null;
            case SupervisionBoard t -> null;
        };
    }
}
