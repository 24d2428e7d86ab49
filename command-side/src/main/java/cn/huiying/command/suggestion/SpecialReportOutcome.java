package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierDoor;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.suggestion.SpecialReportState;

/**
 * What a command led to.
 *
 * @param version sequence number of the report's last event, its strong entity tag
 */
record SpecialReportOutcome(SpecialReportId id, long version, SpecialReportState state)
        implements DossierDoor.Versioned {}
