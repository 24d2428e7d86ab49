package cn.huiying.command.account;

import cn.huiying.command.account.cancelling.CancelAccount;
import cn.huiying.command.account.confirming.ConfirmPhone;
import cn.huiying.command.account.freezing.FreezeAccount;
import cn.huiying.command.account.freezing.UnfreezeAccount;
import cn.huiying.command.account.registering.AcceptPrivacyNotice;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.CommandDoor;
import cn.huiying.command.common.IdempotencyKeys;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.account.CitizenRegistered;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.privacy.PersonalDataPatterns;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import jakarta.annotation.Nullable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors to accounts. An account belongs to the token's subject. */
@RestController
class AccountRestApi {

    private final CommandDoor door;
    private final IdempotencyKeys keys;
    private final Bodies bodies;
    private final Accounts accounts;
    private final Vault vault;
    private final ConfirmingPhones phones;
    private final InstantSource clock;

    AccountRestApi(
            CommandDoor door,
            IdempotencyKeys keys,
            Bodies bodies,
            Accounts accounts,
            Vault vault,
            ConfirmingPhones phones,
            InstantSource clock) {
        this.door = door;
        this.keys = keys;
        this.bodies = bodies;
        this.accounts = accounts;
        this.vault = vault;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * Where an account stands.
     *
     * @param enterprise null for a citizen's account
     */
    record Standing(
            AccountId id,
            boolean phoneConfirmed,
            String noticeVersion,
            boolean frozen,
            boolean cancelled,
            @Nullable Enterprise enterprise) {

        /**
         * What an enterprise's account has more.
         *
         * @param refusal why it was not verified; null otherwise
         */
        record Enterprise(
                Verification verification,
                @Nullable String refusal,
                @Nullable Industry industry,
                @Nullable EnterpriseSize size,
                @Nullable String district) {}

        static Standing of(AccountId id, AccountStanding standing) {
            EnterpriseStanding e = standing.enterprise();
            return new Standing(
                    id,
                    standing.phoneConfirmed(),
                    standing.noticeVersion(),
                    standing.frozen(),
                    standing.cancelled(),
                    e == null
                            ? null
                            : new Enterprise(e.verification(), e.refusal(), e.industry(), e.size(), e.district()));
        }
    }

    @PostMapping("/api/accounts")
    ResponseEntity<Standing> register(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody JsonNode body) {
        if (actor.role() == Role.ENTERPRISE) {
            throw Refused.forbidden(
                    "role-may-not",
                    "企业请用 POST /api/enterprises 注册。",
                    "An enterprise registers with POST /api/enterprises.");
        }
        requirePoster(actor);
        AccountId id = AccountId.ofSubject(actor.id());
        ConfirmingPhones.requireForm(body);
        RegisterCitizen command = bodies.read(
                RegisterCitizen.class,
                body,
                Map.of("accountId", id, "at", clock.instant()),
                id.value(),
                CitizenRegistered.class.getSimpleName());
        if (command.name() == null || command.phone() == null) {
            throw new InvalidInput(
                    command.name() == null ? "/name" : "/phone",
                    "missing",
                    "姓名和手机号必填。",
                    "Name and phone are required.");
        }
        AccountStanding standing = door.send(command, actor, keys.metadata(actor, "register", key, body));
        // A key of its own: after a breakdown between the two, the repeated request sends the code.
        phones.sendCode(
                id, actor, body.get("phone").stringValue(), keys.metadata(actor, "register/phone-code", key, body));
        return ResponseEntity.created(URI.create("/api/accounts/me"))
                .header("Petition-Position", "" + door.position())
                .body(Standing.of(id, standing));
    }

    @GetMapping("/api/accounts/me")
    ResponseEntity<Standing> mine(Actor actor) {
        requirePoster(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        return answer(id, accounts.standing(id));
    }

    @PostMapping("/api/accounts/me/phone-code")
    ResponseEntity<Standing> newCode(
            Actor actor, @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key) {
        requirePoster(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        String phone = vault.open(accounts.standing(id).phone()).orElseThrow(() -> unknown());
        return answer(id, phones.sendCode(id, actor, phone, keys.metadata(actor, "phone-code", key, null)));
    }

    record Code(String code) {}

    @PostMapping("/api/accounts/me/confirm-phone")
    ResponseEntity<Standing> confirm(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Code code) {
        requirePoster(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        if (code.code() == null || !code.code().matches("\\d{6}")) {
            throw new InvalidInput("/code", "form", "验证码是6位数字。", "The code has six digits.");
        }
        AccountStanding standing = door.send(
                new ConfirmPhone(id, clock.instant(), phones.digest(id, code.code())),
                actor,
                keys.metadata(actor, "confirm-phone", key, code));
        if (standing.codeDigest() != null) {
            throw Refused.byRule("phone-code-is-right", "验证码不对,请重新输入。", "The code is wrong; enter it again.");
        }
        return answer(id, standing);
    }

    record Notice(String noticeVersion) {}

    @PostMapping("/api/accounts/me/accept-notice")
    ResponseEntity<Standing> accept(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Notice notice) {
        requirePoster(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        return answer(
                id,
                door.send(
                        new AcceptPrivacyNotice(id, clock.instant(), notice.noticeVersion()),
                        actor,
                        keys.metadata(actor, "accept-notice", key, notice)));
    }

    /** Why something is done to an account; kept in the clear. */
    record Reason(String reason) {

        /** @throws InvalidInput where it is empty, too long or names personal data */
        String required() {
            if (reason == null || reason.isBlank() || reason.length() > 500) {
                throw new InvalidInput(
                        "/reason", "length", "请填写 1 至 500 字的理由。", "Give a reason of 1 to 500 characters.");
            }
            PersonalDataPatterns.find(reason).ifPresent(found -> {
                throw new InvalidInput(
                        "/reason",
                        "personal-data",
                        "理由会明文保存,请删去其中的电话、证件号、银行卡号或邮箱。",
                        "The reason is kept in the clear; take out the phone, card or identity number or e-mail.");
            });
            return reason;
        }
    }

    @PostMapping("/api/accounts/me/cancel")
    ResponseEntity<Standing> cancel(
            Actor actor,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Reason reason) {
        requirePoster(actor);
        AccountId id = require(AccountId.ofSubject(actor.id()));
        return answer(
                id,
                door.send(
                        new CancelAccount(id, clock.instant(), reason.required()),
                        actor,
                        keys.metadata(actor, "cancel", key, reason)));
    }

    @PostMapping("/api/accounts/{id}/freeze")
    ResponseEntity<Standing> freeze(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Reason reason) {
        AccountId account = requireOfficer(actor, id);
        return answer(
                account,
                door.send(
                        new FreezeAccount(account, clock.instant(), reason.required()),
                        actor,
                        keys.metadata(actor, account + "/freeze", key, reason)));
    }

    @PostMapping("/api/accounts/{id}/unfreeze")
    ResponseEntity<Standing> unfreeze(
            Actor actor,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) String key,
            @RequestBody Reason reason) {
        AccountId account = requireOfficer(actor, id);
        return answer(
                account,
                door.send(
                        new UnfreezeAccount(account, clock.instant(), reason.required()),
                        actor,
                        keys.metadata(actor, account + "/unfreeze", key, reason)));
    }

    private static void requirePoster(Actor actor) {
        if (actor.role() != Role.CITIZEN && actor.role() != Role.ENTERPRISE) {
            throw Refused.forbidden("role-may-not", "只有群众和企业有账号。", "Only citizens and enterprises have accounts.");
        }
    }

    private AccountId requireOfficer(Actor actor, String id) {
        if (actor.role() != Role.INTAKE_OFFICER && actor.role() != Role.SEC_ADMIN) {
            throw Refused.forbidden("role-may-not", "您的角色不能冻结账号。", "Your role may not freeze or unfreeze accounts.");
        }
        try {
            return require(new AccountId(id));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id", "form", "账号编号格式不对。", e.getMessage() + ".");
        }
    }

    private AccountId require(AccountId id) {
        if (!accounts.standing(id).registered()) {
            throw unknown();
        }
        return id;
    }

    private static Refused unknown() {
        return Refused.notFound("account-not-found", "没有找到该账号,请先注册。", "There is no such account; register first.");
    }

    private ResponseEntity<Standing> answer(AccountId id, AccountStanding standing) {
        return ResponseEntity.ok()
                .header("Petition-Position", "" + door.position())
                .body(Standing.of(id, standing));
    }
}
