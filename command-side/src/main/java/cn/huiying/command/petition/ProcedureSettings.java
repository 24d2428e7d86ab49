package cn.huiying.command.petition;

import cn.huiying.shared.petition.PetitionId;
import java.util.Set;

/**
 * What the operator may set about the procedure (domain 9.11); its limits are in the deadline policies.
 *
 * @param domains                  the fields of life a petition can be about
 * @param correctionPauseWorkdays  how long until a further correction may be asked for
 * @param bureauCheckPercent       how many of the replies that need no bureau check get one as a sample, 0–100
 * @param solvedWeight             weight of 解决程度 in the overall rating
 * @param mannerWeight             weight of 办理态度
 * @param speedWeight              weight of 办理速度
 */
public record ProcedureSettings(
        Set<String> domains,
        int correctionPauseWorkdays,
        int bureauCheckPercent,
        double solvedWeight,
        double mannerWeight,
        double speedWeight) {

    /** @throws IllegalArgumentException where a value is out of its range */
    public ProcedureSettings {
        domains = Set.copyOf(domains);
        if (bureauCheckPercent < 0 || bureauCheckPercent > 100) {
            throw new IllegalArgumentException("The sample of bureau checks is 0 to 100 %, not " + bureauCheckPercent);
        }
    }

    /** Whether this petition's reply is in the sample: always the same for the same petition. */
    boolean sampled(PetitionId petitionId) {
        return Math.floorMod(petitionId.value().hashCode(), 100) < bureauCheckPercent;
    }

    /**
     * The weighted mean of the scores given.
     *
     * @param solved null where it was not asked
     */
    double overall(Integer solved, int manner, int speed) {
        double sum = (solved == null ? 0 : solvedWeight * solved) + mannerWeight * manner + speedWeight * speed;
        double mean = sum / ((solved == null ? 0 : solvedWeight) + mannerWeight + speedWeight);
        // The bands' borders are whole numbers: the last bits of binary fractions must not decide.
        return Math.round(mean * 1e6) / 1e6;
    }
}
