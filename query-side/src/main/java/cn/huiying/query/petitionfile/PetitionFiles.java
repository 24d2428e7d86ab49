package cn.huiying.query.petitionfile;

import cn.huiying.query.common.AsOf;
import cn.huiying.shared.petition.PetitionId;
import java.util.Optional;

/** Where petition files come from. */
interface PetitionFiles {

    /** @param asOf null for the present */
    Optional<PetitionFile> find(PetitionId id, AsOf asOf);
}
