package cn.huiying.query.whatif;

import cn.huiying.query.whatif.PastPetitions.Period;
import cn.huiying.query.whatif.PastPetitions.Submitted;

/** 假设推演: a past period computed again under other rules. It reads, and changes nothing. */
class WhatIf {

    /** @param position up to which the log was read, at least */
    record Answer(long position, Diff diff) {}

    private final PastPetitions past;

    WhatIf(PastPetitions past) {
        this.past = past;
    }

    Answer answer(Question question) {
        Period period = past.submitted(question.submittedFrom(), question.submittedBefore());
        RulesOverTime asked = period.rules().under(question::instead);
        Diff diff = new Diff(question);
        for (Submitted submitted : period.petitions()) {
            diff.add(
                    submitted.petition(),
                    submitted.number(),
                    Comparison.of(past.life(submitted.petition()), period.rules(), asked, question.asOf()));
        }
        return new Answer(period.position(), diff);
    }
}
