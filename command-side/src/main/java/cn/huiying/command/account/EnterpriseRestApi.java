package cn.huiying.command.account;

import cn.huiying.command.account.AccountRestApi.Reason;
import cn.huiying.command.account.AccountRestApi.Standing;
import cn.huiying.command.account.profiling.ChangeEnterpriseProfile;
import cn.huiying.command.account.registering.RegisterEnterprise;
import cn.huiying.command.account.verifying.RefuseEnterprise;
import cn.huiying.command.account.verifying.VerifyEnterprise;
import cn.huiying.command.account.viewing.ViewContactData;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.command.common.ListedValues;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.CreditCode;
import cn.huiying.shared.account.EnterpriseRegistered;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to the accounts of enterprises; the others of an account are {@link AccountRestApi}'s. */
@RestController
class EnterpriseRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final Accounts accounts;
    private final ListedValues listed;
    private final ConfirmingPhones phones;
    private final Vault vault;
    private final InstantSource clock;

    EnterpriseRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            Accounts accounts,
            ListedValues listed,
            ConfirmingPhones phones,
            Vault vault,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.accounts = accounts;
        this.listed = listed;
        this.phones = phones;
        this.vault = vault;
        this.clock = clock;
    }

    @PostMapping("/api/enterprises")
    ResponseEntity<Standing> register(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireEnterprise(actor);
        AccountId id = AccountId.ofSubject(actor.id());
        ConfirmingPhones.requireForm(body);
        listed.require(body);
        JsonNode code = body.path("creditCode");
        if (code.isString()) {
            CreditCode.fault(code.stringValue()).ifPresent(fault -> {
                throw new InvalidInput("/creditCode", fault.code(), fault.chinese(), fault.english());
            });
        }
        Map<String, Object> given = new HashMap<>();
        given.put("accountId", id);
        given.put("at", clock.instant());
        given.put("creditCodeDigest", vault.digest("credit-code", code.asString("")));
        RegisterEnterprise command = bodies.read(
                RegisterEnterprise.class, body, given, id.value(), EnterpriseRegistered.class.getSimpleName());
        AccountStanding standing = door.send(command, actor, keys.metadata(actor, "register-enterprise", key, body));
        // A key of its own: after a breakdown between the two, the repeated request sends the code.
        phones.sendCode(
                id,
                actor,
                body.get("phone").stringValue(),
                keys.metadata(actor, "register-enterprise/phone-code", key, body));
        return ResponseEntity.created(URI.create("/api/accounts/me"))
                .header("Petition-Position", "" + door.position())
                .body(Standing.of(id, standing));
    }

    @PostMapping("/api/enterprises/me/profile")
    ResponseEntity<Standing> changeProfile(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        requireEnterprise(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        listed.require(body);
        ChangeEnterpriseProfile command = bodies.read(
                ChangeEnterpriseProfile.class, body, Map.of("accountId", id, "at", clock.instant()), null, null);
        return answer(id, door.send(command, actor, keys.metadata(actor, "profile", key, body)));
    }

    /** @param particularsAt of those that were looked at */
    record Looked(Instant particularsAt) {}

    /** @param particularsAt of those that were looked at */
    record Refusing(Instant particularsAt, String reason) {}

    private static Instant required(Instant particularsAt) {
        if (particularsAt == null) {
            throw new InvalidInput(
                    "/particularsAt",
                    "missing",
                    "请先查看认证材料,并填写其 particularsAt。",
                    "Look at the particulars first and give their particularsAt.");
        }
        return particularsAt;
    }

    @PostMapping("/api/enterprises/{id}/verify")
    ResponseEntity<Standing> verify(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Looked looked) {
        AccountId account = requireOfficer(actor, id);
        return answer(
                account,
                door.send(
                        new VerifyEnterprise(account, clock.instant(), required(looked.particularsAt())),
                        actor,
                        keys.metadata(actor, account + "/verify", key, looked)));
    }

    @PostMapping("/api/enterprises/{id}/refuse")
    ResponseEntity<Standing> refuse(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Refusing refusing) {
        AccountId account = requireOfficer(actor, id);
        return answer(
                account,
                door.send(
                        new RefuseEnterprise(
                                account,
                                clock.instant(),
                                required(refusing.particularsAt()),
                                new Reason(refusing.reason()).required()),
                        actor,
                        keys.metadata(actor, account + "/refuse", key, refusing)));
    }

    /**
     * The particulars that are to be verified; null where they were not given or the key was destroyed.
     *
     * @param particularsAt when they became what they are; whoever verifies or refuses says it
     */
    record Particulars(
            AccountId id,
            Instant particularsAt,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String contact,
            @Nullable String phone) {}

    /** Opens an enterprise's particulars for an officer, and notes in the log who did (PIPL Art. 51). */
    @GetMapping("/api/enterprises/{id}/particulars")
    ResponseEntity<Particulars> particulars(Actor actor, @PathVariable String id) {
        AccountId account = requireOfficer(actor, id);
        AccountStanding standing = accounts.standing(account);
        door.send(new ViewContactData(account, clock.instant(), null), actor, Map.of());
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(new Particulars(
                        account,
                        standing.enterprise().particularsAt(),
                        open(standing.name()),
                        open(standing.enterprise().creditCode()),
                        open(standing.enterprise().contact()),
                        open(standing.phone())));
    }

    private String open(Sealed sealed) {
        return sealed == null ? null : vault.open(sealed).orElse(null);
    }

    private static void requireEnterprise(Actor actor) {
        if (actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有企业可以使用企业账号。", "Only enterprises have an enterprise's account.");
        }
    }

    private AccountId requireOfficer(Actor actor, String id) {
        if (actor.role() != Role.INTAKE_OFFICER) {
            throw Refused.forbidden(
                    "role-may-not", "只有市信访局受理员可以审核企业认证。", "Only the bureau's intake officers verify enterprises.");
        }
        try {
            return require(new AccountId(id));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "账号编号格式不对。", e.getMessage() + ".");
        }
    }

    private AccountId require(AccountId id) {
        if (accounts.standing(id).enterprise() == null) {
            throw Refused.notFound(
                    "account-not-found", "没有找到该企业账号,请先注册。", "There is no such enterprise's account; register first.");
        }
        return id;
    }

    private ResponseEntity<Standing> answer(AccountId id, AccountStanding standing) {
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(Standing.of(id, standing));
    }
}
