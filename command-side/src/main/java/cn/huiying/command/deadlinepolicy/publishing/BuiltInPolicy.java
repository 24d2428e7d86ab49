package cn.huiying.command.deadlinepolicy.publishing;

import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.serialization.PolicyFiles;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Names a policy that ships with the platform, to be published without writing it out.
 *
 * @param builtIn its code
 */
public record BuiltInPolicy(@NotBlank String builtIn, @NotNull Integer version, @NotNull Instant effectiveFrom) {

    /** @throws InvalidInput where none is built in by this name */
    public DeadlinePolicy policy() {
        try {
            return PolicyFiles.builtIn(builtIn, version).takingEffect(effectiveFrom);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "/builtIn",
                    "unknown-value",
                    "没有内置时限策略 " + builtIn + " 第" + version + "版,请核对代码和版本号。",
                    "No policy " + builtIn + " version " + version + " is built in; check the code and the version.");
        }
    }
}
