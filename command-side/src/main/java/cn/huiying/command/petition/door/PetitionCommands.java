package cn.huiying.command.petition.door;

import cn.huiying.command.account.Accounts;
import cn.huiying.command.common.Bodies;
import cn.huiying.command.common.ListedValues;
import cn.huiying.command.petition.PetitionActions;
import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.privacy.Vault;
import cn.huiying.shared.rule.Refused;
import cn.huiying.shared.rule.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Builds petition commands from their JSON form: for the REST door and for the import of history alike. */
public class PetitionCommands {

    private static final String ANONYMOUS = "匿名网友";

    private final Bodies bodies;
    private final Accounts accounts;
    private final Vault vault;
    private final ListedValues listed;

    public PetitionCommands(Bodies bodies, Accounts accounts, Vault vault, ListedValues listed) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.vault = vault;
        this.listed = listed;
    }

    /**
     * A command to post a petition, without its number yet.
     *
     * @param source where it is imported from; null for one posted here
     * @throws cn.huiying.shared.rule.InvalidInput naming every fault of the body
     */
    public SubmitPetition submit(PetitionId id, AccountId author, JsonNode body, Instant at, String source) {
        Map<String, Object> given = new HashMap<>();
        given.put("petitionId", id);
        given.put("at", at);
        given.put("number", null);
        given.put("author", author);
        given.put("source", source);
        given.put("nickname", nickname(author, body));
        listed.require(body);
        return bodies.read(SubmitPetition.class, body, given, author.value(), "PetitionSubmitted");
    }

    /**
     * A command on an existing petition.
     *
     * @param author whose key seals its texts
     * @throws Refused where there is no such command
     * @throws cn.huiying.shared.rule.InvalidInput naming every fault of the body
     */
    public Object onPetition(PetitionId id, String slug, AccountId author, JsonNode body, Instant at) {
        Class<?> command = PetitionActions.bySlug().get(slug);
        if (command == null
                || PetitionActions.of(command).ownDoor()
                || PetitionActions.of(command).roles()[0] == Role.SYSTEM) {
            throw Refused.notFound(
                    "unknown-command", "没有操作“" + slug + "”。", "There is no command “" + slug + "” on a petition.");
        }
        PetitionAction action = PetitionActions.of(command);
        listed.require(body);
        return bodies.read(
                command,
                body,
                Map.of("petitionId", id, "at", at),
                author.value(),
                action.seals().getSimpleName());
    }

    /** The family name and asterisks; nothing at all of an author who wants to stay anonymous. */
    private String nickname(AccountId author, JsonNode body) {
        Sealed name = accounts.standing(author).name();
        boolean named = body.path("visibilityWish").asString("").equals(VisibilityWish.PUBLIC.name());
        return name != null && named
                ? vault.open(name)
                        .map(opened -> opened.substring(0, opened.offsetByCodePoints(0, 1)) + "***")
                        .orElse(ANONYMOUS)
                : ANONYMOUS;
    }
}
