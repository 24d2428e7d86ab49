package cn.huiying.command.suggestion;

import cn.huiying.command.dossier.DossierStage;
import cn.huiying.command.organisation.Agencies;
import cn.huiying.command.suggestion.converting.AbandonMeasure;
import cn.huiying.command.suggestion.converting.CompleteMeasure;
import cn.huiying.command.suggestion.converting.OnlyItsOwnerTellsOfAMeasure;
import cn.huiying.command.suggestion.converting.ReportMeasureProgress;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.suggestion.MeasureAbandoned;
import cn.huiying.shared.suggestion.MeasureCompleted;
import cn.huiying.shared.suggestion.MeasureEvent;
import cn.huiying.shared.suggestion.MeasureProgressed;
import cn.huiying.shared.suggestion.SuggestionConverted;

/** Where a measure stands, and what may be done with it there. Pure. */
sealed interface MeasureStage extends DossierStage {

    @Override
    MeasureState state();

    @Override
    default String stateText() {
        return state().chinese();
    }

    /** Measures are public. */
    @Override
    default boolean isKnownTo(Actor actor) {
        return true;
    }

    /** 转化中. @param agency code of the owner */
    record UnderWay(String agency) implements MeasureStage {

        MeasureProgressed progress(ReportMeasureProgress command, String teller, Agencies agencies) {
            requireOwner(teller, agencies);
            return new MeasureProgressed(command.measureId(), command.percent(), command.text(), command.at());
        }

        MeasureCompleted complete(CompleteMeasure command, String teller, Agencies agencies) {
            requireOwner(teller, agencies);
            return new MeasureCompleted(command.measureId(), command.result(), command.at());
        }

        MeasureAbandoned abandon(AbandonMeasure command) {
            return new MeasureAbandoned(command.measureId(), command.reason(), command.at());
        }

        private void requireOwner(String teller, Agencies agencies) {
            OnlyItsOwnerTellsOfAMeasure.check(agencies.successor(agency).equals(teller));
        }

        @Override
        public MeasureState state() {
            return MeasureState.UNDER_WAY;
        }
    }

    /** 已完成 or 已终止: nothing follows. */
    record Ended(MeasureState state) implements MeasureStage {}

    /** @param stage null before the first event */
    static MeasureStage evolve(MeasureStage stage, MeasureEvent event) {
        return switch (event) {
            case SuggestionConverted e -> new UnderWay(e.agency());
            case MeasureProgressed e -> stage;
            case MeasureCompleted e -> new Ended(MeasureState.COMPLETED);
            case MeasureAbandoned e -> new Ended(MeasureState.ABANDONED);
        };
    }
}
