package cn.huiying.shared.assessment;

import java.util.List;

/**
 * What each agency's petitions of a period come to.
 *
 * @param position of the log, up to which they are counted
 * @param agencies by code
 */
public record FiguresOfAgencies(long position, List<AgencyFigures> agencies) {

    public FiguresOfAgencies {
        agencies = List.copyOf(agencies);
    }
}
