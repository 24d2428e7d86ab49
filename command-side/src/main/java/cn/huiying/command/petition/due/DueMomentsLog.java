package cn.huiying.command.petition.due;

import cn.huiying.command.petition.due.DueList.Due;
import java.util.List;

/** Records moments that came for certain in the streams of their petitions. */
public interface DueMomentsLog {

    /**
     * Records the certain moments of these petitions, all or none.
     *
     * @return false where one of the petitions is no longer at the version that is named; nothing is recorded then
     */
    boolean append(List<Due> due);
}
