package cn.huiying.query.common;

import java.util.function.Supplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** All that a read model holds, built from the log once. */
public interface Generation {

    /** Where the token is kept, and by which name. */
    record Tokens(TokenStore store, String name) {}

    /** To be asked for anew each time: in a read model another generation may have taken over. */
    Tokens tokens();

    /**
     * What it holds at this moment, in which nothing is written. The digest can be made later, whatever is written meanwhile, and once.
     */
    Supplier<ContentDigest> content();

    /** What was kept beside the token: the events that are held back; empty at first. */
    String parked();

    /** Keeps it beside the token, with which it is lost or not. */
    void park(String letters);
}
