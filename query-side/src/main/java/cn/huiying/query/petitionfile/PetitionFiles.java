package cn.huiying.query.petitionfile;

import cn.huiying.shared.petition.PetitionId;
import java.util.Optional;

/** Where petition files come from. */
interface PetitionFiles {

    Optional<PetitionFile> find(PetitionId id);
}
