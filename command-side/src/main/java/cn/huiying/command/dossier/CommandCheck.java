package cn.huiying.command.dossier;

/** Checks what a command names that is kept elsewhere, before it is sent. */
public interface CommandCheck {

    /** @throws cn.huiying.shared.rule.InvalidInput naming what is not known */
    void check(Object command);
}
