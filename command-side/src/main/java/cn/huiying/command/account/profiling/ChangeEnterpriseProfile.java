package cn.huiying.command.account.profiling;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tells what the enterprise does, how big it is and where it is 企业概况变更. */
public record ChangeEnterpriseProfile(
        @TargetAggregateIdentifier AccountId accountId,
        Instant at,
        @NotNull Industry industry,
        @NotNull EnterpriseSize size,
        @NotNull @Pattern(regexp = "\\d{6}") String district) {}
