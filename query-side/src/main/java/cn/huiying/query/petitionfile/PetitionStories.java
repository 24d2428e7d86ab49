package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.time.WorkCalendar;
import java.util.Optional;

/** Where petitions' stories come from, and by which calendar their days are counted. */
interface PetitionStories {

    Optional<PetitionStory> find(PetitionId id);

    WorkCalendar calendar();
}
