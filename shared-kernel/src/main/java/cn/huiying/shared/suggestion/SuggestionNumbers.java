package cn.huiying.shared.suggestion;

/**
 * What some suggestions came to.
 *
 * @param received  accepted and not ended before an answer: the sum of the six that follow
 * @param converted into a measure that stands or is completed
 * @param completed with a completed measure; those are converted too
 */
public record SuggestionNumbers(
        int received,
        int inHand,
        int adopted,
        int partlyAdopted,
        int forReference,
        int notAdopted,
        int terminated,
        int converted,
        int completed) {}
