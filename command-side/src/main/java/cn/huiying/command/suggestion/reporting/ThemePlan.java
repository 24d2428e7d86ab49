package cn.huiying.command.suggestion.reporting;

import cn.huiying.shared.petition.PetitionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How an officer groups suggestions under one theme, and what is written about them.
 *
 * @param of              the platform's themes that belong here; its own name where there are none and no suggestions either
 * @param suggestions     that belong here whatever their theme
 * @param representatives that stand for the others; the platform's choice where there are none
 * @param analysis        may be null, like the recommendations
 */
public record ThemePlan(
        @NotBlank @Size(min = 2, max = 30) String name,
        @Size(max = 50) List<String> of,
        @Size(max = 500) List<PetitionId> suggestions,
        @Size(max = 10) List<PetitionId> representatives,
        @Size(max = 4000) String analysis,
        @Size(max = 4000) String recommendations) {

    public ThemePlan {
        suggestions = suggestions == null ? List.of() : List.copyOf(suggestions);
        representatives = representatives == null ? List.of() : List.copyOf(representatives);
        of = of != null && !of.isEmpty()
                ? List.copyOf(of)
                : suggestions.isEmpty() && name != null ? List.of(name) : List.of();
    }
}
