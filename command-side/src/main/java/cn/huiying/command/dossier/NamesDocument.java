package cn.huiying.command.dossier;

import cn.huiying.shared.supervision.DocumentId;

/** A command that names a scanned document, which was sent in before. */
public interface NamesDocument {

    /** Null where it names none. */
    DocumentId document();
}
