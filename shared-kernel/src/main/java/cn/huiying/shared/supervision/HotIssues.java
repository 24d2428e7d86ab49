package cn.huiying.shared.supervision;

import cn.huiying.shared.petition.PetitionId;
import java.util.List;

/** What rises, and what one order about each would be. */
public record HotIssues(List<Issue> issues) {

    /**
     * One matter.
     *
     * @param topic     what it is called in titles and texts
     * @param district  GB/T 2260 code
     * @param agency    that leads most of the petitions
     * @param petitions of that agency, at most 50
     * @param matter    what the order would be about
     */
    public record Issue(String topic, String district, String agency, List<PetitionId> petitions, String matter) {}
}
