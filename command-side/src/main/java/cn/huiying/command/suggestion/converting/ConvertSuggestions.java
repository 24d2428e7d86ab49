package cn.huiying.command.suggestion.converting;

import cn.huiying.command.dossier.DossierAction;
import cn.huiying.command.dossier.DossierCommand;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.ConversionForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Turns adopted suggestions into a measure of an agency 转化 (上海市人民建议征集若干规定 Art. 13).
 *
 * @param agency code of the one that owns the measure
 * @param dueOn  the last day, included
 */
@DossierAction(slug = "convert", chinese = "转化建议", roles = Role.BUREAU_LEADER)
public record ConvertSuggestions(
        @TargetAggregateIdentifier MeasureId measureId,
        Instant at,
        @NotEmpty @Size(max = 50) List<PetitionId> suggestions,
        @NotNull ConversionForm form,
        @NotBlank @Size(min = 2, max = 100) String title,
        @NotBlank @Size(max = 2000) String text,
        @NotBlank String agency,
        @NotNull LocalDate dueOn)
        implements DossierCommand {}
