package cn.huiying.command.policy;

import cn.huiying.command.dossier.DossierKind;
import cn.huiying.command.policy.publishing.PublishPolicy;
import cn.huiying.shared.policy.PolicyId;

/** The kind of things in the policy library. */
public final class PolicyKind {

    /** 政策. */
    public static final DossierKind POLICY =
            new DossierKind(
                    null,
                    "policies",
                    "POL-",
                    "policy",
                    "policy",
                    "政策",
                    "policyId",
                    PolicyId::new,
                    PolicyItem.class,
                    PublishPolicy.class) {

                /** Anyone reads it. */
                @Override
                public String location(Object id) {
                    return "/api/public/policies/" + id;
                }
            };

    private PolicyKind() {}
}
