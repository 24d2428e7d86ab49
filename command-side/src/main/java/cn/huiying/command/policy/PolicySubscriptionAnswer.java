package cn.huiying.command.policy;

import cn.huiying.shared.policy.PolicyTags;
import jakarta.annotation.Nullable;

/**
 * What an enterprise is subscribed to.
 *
 * @param tags null where it is not
 */
record PolicySubscriptionAnswer(@Nullable PolicyTags tags) {}
