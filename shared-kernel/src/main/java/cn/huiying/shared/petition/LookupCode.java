package cn.huiying.shared.petition;

import cn.huiying.shared.privacy.Vault;

/**
 * The 查询码 that lets an author follow a petition without an account: ten characters that follow from the petition's id and
 * the vault's secret, so that nothing has to be stored and nobody can guess them.
 */
public final class LookupCode {

    /** Without 0, 1, I, L and O, which are misread. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private LookupCode() {}

    public static String of(Vault vault, PetitionId id) {
        String digest = vault.digest("lookup-code", id.value());
        StringBuilder code = new StringBuilder(10);
        for (int i = 0; i < 10; i++) {
            code.append(ALPHABET.charAt(Integer.parseInt(digest.substring(4 * i, 4 * i + 4), 16) % ALPHABET.length()));
        }
        return code.toString();
    }
}
