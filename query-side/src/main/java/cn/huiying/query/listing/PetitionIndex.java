package cn.huiying.query.listing;

import cn.huiying.query.common.PetitionFilter;
import cn.huiying.query.common.Ranked;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.suggestion.SuggestionStanding;
import java.io.Closeable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Every petition of the platform, searchable, filterable and countable. Safe for many readers and one writer. */
public interface PetitionIndex extends PetitionSearch, Closeable {

    /** The processing group that keeps it up to date. */
    String NAME = "listing";

    /**
     * What a list contains; nulls do not narrow it.
     *
     * @param text words that must all stand in the title or the text
     */
    record Filter(
            boolean publishedOnly, AccountId author, PetitionFilter petitions, String text, Suggestions suggestions) {

        public Filter(boolean publishedOnly, AccountId author, PetitionFilter petitions, String text) {
            this(publishedOnly, author, petitions, text, Suggestions.ANY);
        }
    }

    /**
     * Which suggestions; what is none is not among them as soon as a set is not empty.
     *
     * @param topics      that they answer
     * @param outcomes    or how they stand
     * @param conversions how far their best measure is, by name; {@link #NOT_CONVERTED} where they have none
     */
    record Suggestions(Set<SuggestionTopicId> topics, Set<SuggestionStanding> outcomes, Set<String> conversions) {

        public static final Suggestions ANY = new Suggestions(Set.of(), Set.of(), Set.of());
    }

    /** The conversion of a suggestion without a measure. */
    String NOT_CONVERTED = "NONE";

    /** How a list is ordered; newest first, and by the order of submission where equal. */
    enum Order {
        PUBLISHED,
        SUBMITTED,
        RESOLVED,
        /** By where and how often the words stand, which counts half as much with each year since the publication. */
        RELEVANCE
    }

    /** What can be counted by value. */
    enum Facet {
        AGENCY,
        DOMAIN,
        TYPE,
        STATUS,
        DISTRICT,
        SECTION,
        /** Of suggestions, like the two that follow. */
        TOPIC,
        OUTCOME,
        CONVERSION
    }

    /**
     * One petition of a list.
     *
     * @param titleSnippet with the words looked for marked by {@code <em>}, HTML-escaped; null where no text was looked for
     */
    record Hit(ListedPetition petition, Ranked place, String titleSnippet, String bodySnippet) {}

    /** @throws InvalidInput where it has not the form of one */
    static PetitionId id(String id) {
        try {
            return new PetitionId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "留言编号格式不对。", e.getMessage() + ".");
        }
    }

    static Refused notFound() {
        return Refused.notFound("petition-not-found", "没有找到该留言。", "There is no such petition.");
    }

    /** The petitions that a batch touches, by id. */
    Map<PetitionId, ListedPetition> load(Collection<PetitionId> ids);

    /**
     * Writes petitions and lets every reader see them from then on.
     *
     * @param position of the last event that is in them
     */
    void save(Collection<ListedPetition> petitions, long position);

    /** While it is the same, so is every answer: the position of the last event that changed a petition. */
    long changedAt();

    /** While it is the same, so is every answer about published petitions. */
    long publicChangedAt();

    /** Keeps the processor's token with the documents, so that they never disagree. */
    TokenStore tokens();
}
