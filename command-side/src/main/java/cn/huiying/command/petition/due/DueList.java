package cn.huiying.command.petition.due;

import cn.huiying.shared.deadline.PendingMoment;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.LadderStep;
import cn.huiying.shared.time.Start;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * The due list 到期清单: for each petition the moments at which something is to be recorded, and who has it in hand. It follows
 * from the log, so what it says holds for a petition at the version it names, and for no other.
 */
public interface DueList {

    /** What the events of a batch change, in their order. */
    interface Changes {

        /** The petition's last event in the batch. */
        void version(PetitionId petition, long version);

        /**
         * The deadline's moments, in place of those it had.
         *
         * @param place null where it is as it was
         */
        void put(PetitionId petition, Place place, Deadline deadline);

        /** A warning is recorded. */
        void warned(PetitionId petition, String code);

        /** A deadline is recorded as missed; the ladder goes on. */
        void missed(PetitionId petition, String code);

        void escalated(PetitionId petition, String code, LadderStep step);

        void remove(PetitionId petition, Collection<String> codes);

        void removeStartedBy(PetitionId petition, Start start, Collection<String> codes);

        /** Some deadlines stand still, until a moment at the latest. */
        void hold(PetitionId petition, List<String> codes, Instant until);

        void release(PetitionId petition);

        /** An agency has the petition in hand, alone or beside others. */
        void takenInHand(PetitionId petition, String agency);

        void outOfHand(PetitionId petition, String agency);

        void outOfHands(PetitionId petition);

        /** A successor continues the duties of this agency. */
        void merged(String agency);

        /** This agency continues its duties itself. */
        void registered(String agency);

        /** The calendar of a year changed: deadlines that reach into it are to be counted again. */
        void calendarChanged(int year, String reason);
    }

    /**
     * Where a deadline stands among those of its petition.
     *
     * @param start what it counts from
     * @param rank  in which order it was set: a later one has a higher rank
     */
    record Place(Start start, long rank) {}

    /**
     * A petition for which moments have come.
     *
     * @param version of the petition's last event that the list knows
     * @param certain what the petition would record at that version, in its order; empty where it has to be asked
     */
    record Due(PetitionId petition, long version, List<PendingMoment> certain) {}

    /** A petition to ask, and why. */
    record Asked(PetitionId petition, String why) {}

    /** Applies a batch of changes, all or none; applying them again changes nothing that matters. */
    void update(Consumer<Changes> changes);

    /** At most so many petitions with a moment at or before this one, those that wait longest first. */
    List<Due> dueBy(Instant moment, int limit);

    /** These petitions recorded what was due at a moment. */
    void recorded(Collection<PetitionId> petitions, Instant moment);

    /** Petitions whose deadlines are to be counted again, each with the reason. */
    List<Asked> toRecalculate(int limit);

    void recalculated(Collection<PetitionId> petitions);

    /** Petitions in the hands of a merged agency, each with that agency's code. */
    List<Asked> toHandOver(int limit);

    /** These petitions are no longer in the hands they were asked about. */
    void handedOver(Collection<Asked> asked);

    /** Forgets everything, before a rebuild. */
    void clear();
}
