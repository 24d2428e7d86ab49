package cn.huiying.app.web;

import cn.huiying.query.live.TokenEnd;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller off the token: {@code sub}, {@code roles}, {@code agency}, {@code district}. */
public final class Callers {

    private Callers() {}

    /** @throws Refused where the token names no role of the platform, or lacks what the role needs */
    static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            throw noRole();
        }
        Jwt jwt = token.getToken();
        List<String> roles = jwt.getClaimAsStringList("roles");
        Role role = Optional.ofNullable(roles).orElse(List.of()).stream()
                .flatMap(name -> Arrays.stream(Role.values())
                        .filter(known -> known.name().equals(name) && known != Role.SYSTEM))
                .findFirst()
                .orElseThrow(Callers::noRole);
        String agency = jwt.getClaimAsString("agency");
        String district = jwt.getClaimAsString("district");
        boolean lacksAgency = (role == Role.AGENCY_HANDLER || role == Role.AGENCY_LEADER) && agency == null;
        boolean lacksDistrict = role == Role.COUNTY_OFFICER && district == null;
        if (lacksAgency || lacksDistrict) {
            throw Refused.forbidden(
                    "token-lacks-claim",
                    "令牌缺少" + (lacksAgency ? "所属单位(agency)。" : "所属县区(district)。"),
                    "The token lacks the claim “" + (lacksAgency ? "agency" : "district") + "”.");
        }
        return new Actor(jwt.getSubject(), role, agency, district);
    }

    /** Whoever asks with a token of a role, at a door that needs none. */
    public static Optional<Actor> known() {
        try {
            return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken
                    ? Optional.of(current())
                    : Optional.empty();
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /** For callers with a token. */
    static TokenEnd tokenEnd() {
        JwtAuthenticationToken token =
                (JwtAuthenticationToken) SecurityContextHolder.getContext().getAuthentication();
        return new TokenEnd(token.getToken().getExpiresAt());
    }

    private static Refused noRole() {
        return Refused.forbidden(
                "token-names-no-role", "令牌中没有平台角色(roles)。", "The token names no role of the platform (roles).");
    }
}
