package cn.huiying.query.workqueue;

import cn.huiying.query.workqueue.WorkItem.Bucket;
import cn.huiying.query.workqueue.WorkItem.Desk;
import cn.huiying.query.workqueue.WorkItem.Lateness;

/** What a queue can be narrowed to. */
sealed interface Tray permits Desk, Bucket, Lateness {

    /** As it stands in the {@code bucket} parameter and in the counts. */
    String slug();
}
