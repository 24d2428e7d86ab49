package cn.huiying.command.common;

/** A command by an officer or an agency came without {@code If-Match} (RFC 6585: 428). */
public final class PreconditionRequired extends RuntimeException {

    PreconditionRequired() {
        super("If-Match is missing");
    }
}
