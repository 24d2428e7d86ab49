package cn.huiying.query.common;

import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** The collections of one generation of a read model; of the live one to be asked for anew each time. */
public interface MongoCollections {

    MongoCollection<Document> get(String name);
}
