package cn.huiying.query.common;

import cn.huiying.shared.privacy.Sealed;
import org.bson.Document;

/** Sealed values as parts of documents. */
public final class MongoSealed {

    private MongoSealed() {}

    public static Document write(Sealed sealed) {
        return new Document("suite", sealed.suite())
                .append("subject", sealed.subject())
                .append("field", sealed.field())
                .append("cipherText", sealed.cipherText());
    }

    public static Sealed read(Document document) {
        return new Sealed(
                document.getString("suite"),
                document.getString("subject"),
                document.getString("field"),
                document.getString("cipherText"));
    }
}
