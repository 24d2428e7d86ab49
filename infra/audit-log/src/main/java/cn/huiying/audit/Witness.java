package cn.huiying.audit;

import java.io.IOException;

/**
 * Somebody outside who keeps the checkpoints of a log, so that not even whoever has its signing key can show others another history.
 * Used by one thread.
 */
public interface Witness {

    /** As it stands in metrics and health. */
    String name();

    /**
     * Hands the newest checkpoint over. It may be handed over again.
     *
     * @param newest the checkpoint of that tree
     * @throws IOException where the witness did not take it; it is tried again later
     */
    void keep(AuditTree tree, AuditTree.Signed newest) throws IOException, InterruptedException;
}
