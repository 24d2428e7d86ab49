package cn.huiying.query.statistics;

import cn.huiying.query.common.ReadPositions;
import cn.huiying.query.directory.AgencyDirectory;
import cn.huiying.query.directory.AgencyDirectory.ListedAgency;
import cn.huiying.query.statistics.Cube.Axis;
import cn.huiying.query.statistics.Cube.Slice;
import cn.huiying.shared.assessment.AgencyFigures;
import cn.huiying.shared.assessment.FiguresOfAgencies;
import cn.huiying.shared.assessment.FindAgencyFigures;
import cn.huiying.shared.statistics.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what each agency's petitions of a period come to, for an assessment: of everything that was in the log when asked, if that can be had in a few seconds. */
class FiguresOfAgenciesHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cube cube;
    private final AgencyDirectory directory;
    private final ReadPositions positions;

    FiguresOfAgenciesHandler(Cube cube, AgencyDirectory directory, ReadPositions positions) {
        this.cube = cube;
        this.directory = directory;
        this.positions = positions;
    }

    @QueryHandler
    FiguresOfAgencies handle(FindAgencyFigures query) throws InterruptedException {
        positions.await(StatisticsProjection.NAME, positions.head(), PATIENCE);
        // Taken before the count: what is counted is at least this new.
        long position = positions.of(StatisticsProjection.NAME);
        SortedMap<String, Tally> tallies =
                cube.countBy(new Slice(Axis.RECEIVED, query.from(), query.to(), Map.of()), Dimension.AGENCY);
        List<AgencyFigures> figures = directory.all().stream()
                .map(ListedAgency::entry)
                .filter(agency -> tallies.containsKey(agency.code()))
                .map(agency -> new AgencyFigures(
                        agency.code(),
                        agency.level(),
                        agency.kind(),
                        tallies.get(agency.code()).counts()))
                .toList();
        return new FiguresOfAgencies(position, figures);
    }
}
