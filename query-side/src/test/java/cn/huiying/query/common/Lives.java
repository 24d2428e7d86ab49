package cn.huiying.query.common;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.CallbackRequired;
import cn.huiying.shared.petition.ClosingReason;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionClosed;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvaluated;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionPublished;
import cn.huiying.shared.petition.PetitionResolved;
import cn.huiying.shared.petition.PetitionSubmitted;
import cn.huiying.shared.petition.PetitionTakenDown;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.PetitionWithdrawn;
import cn.huiying.shared.petition.PublicReplyPublished;
import cn.huiying.shared.petition.ReplyApproved;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.ReplySubmitted;
import cn.huiying.shared.petition.ReturnGranted;
import cn.huiying.shared.petition.ReturnRequested;
import cn.huiying.shared.petition.SatisfactionBand;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.privacy.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Petitions' lives for tests, as events; nothing in them is left to the clock or to chance that is not given. */
public final class Lives {

    public static final String AGENCY = "445224-114";
    public static final Instant START = Instant.parse("2023-03-06T01:00:00Z");

    private Lives() {}

    public static Sealed sealed(String field) {
        return new Sealed("A256GCM", "ACC-1", field, "AAAA");
    }

    public static PetitionId id(int n) {
        return new PetitionId("PET-" + n);
    }

    /** One petition's life, up to some point that chance decides; always the same for the same random numbers. */
    public static List<PetitionEvent> life(int n, RandomGenerator random) {
        PetitionId id = id(n);
        Instant at = START.plus(Duration.ofMinutes(n));
        List<PetitionEvent> life = new ArrayList<>();
        life.add(new PetitionSubmitted(
                id,
                "JY20230306%06d".formatted(n),
                new AccountId("ACC-" + n % 7),
                Section.MASS_MESSAGE,
                n % 3 == 0 ? Board.COUNTY_LEADER : Board.MUNICIPAL_LEADER,
                PetitionType.values()[n % 5],
                n % 2 == 0 ? "环保" : "交通",
                n % 3 == 0 ? "445224" : "445200",
                VisibilityWish.PUBLIC,
                "陈***",
                sealed("PetitionSubmitted.title"),
                sealed("PetitionSubmitted.body"),
                null,
                null,
                null,
                null,
                "2026-11",
                null,
                at));
        if (random.nextInt(10) == 0) {
            life.add(new PetitionWithdrawn(id, "已解决", at.plusSeconds(60)));
            return life;
        }
        life.add(new PetitionAccepted(
                id,
                PetitionType.values()[n % 5],
                "环保",
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                at.plusSeconds(100)));
        life.add(new PetitionPublished(id, "第" + n + "件施工噪音扰民", "夜间施工噪音扰民,请核实。", at.plusSeconds(150)));
        life.add(new PetitionDispatched(id, AGENCY, null, at.plusSeconds(86_400), at.plusSeconds(200)));
        if (random.nextInt(8) == 0) {
            life.add(new ReturnRequested(id, AGENCY, "不属于我单位", "445224-101", at.plusSeconds(250)));
            life.add(new ReturnGranted(id, AGENCY, "同意", at.plusSeconds(260)));
            life.add(new PetitionDispatched(id, "445224-101", null, at.plusSeconds(86_400), at.plusSeconds(270)));
        }
        if (random.nextInt(8) == 0) {
            return life;
        }
        life.add(new AssignmentSigned(id, AGENCY, at.plusSeconds(300)));
        if (random.nextInt(8) == 0) {
            return life;
        }
        life.add(new ReplySubmitted(
                id, 1, "h", ReplyOutcome.SUPPORTED, sealed("ReplySubmitted.text"), "条例", "照片", at.plusSeconds(400)));
        life.add(new ReplyApproved(id, false, at.plusSeconds(500)));
        life.add(new PetitionResolved(id, ReplyOutcome.SUPPORTED, at.plusSeconds(900_000), at.plusSeconds(500)));
        life.add(new PublicReplyPublished(id, "已责令停工。", at.plusSeconds(600)));
        boolean satisfied = random.nextInt(4) != 0;
        life.add(new PetitionEvaluated(
                id,
                satisfied ? 5 : 1,
                4,
                satisfied ? 5 : 1,
                satisfied ? 4.75 : 1.75,
                satisfied ? SatisfactionBand.SATISFIED : SatisfactionBand.DISSATISFIED,
                null,
                at.plusSeconds(700)));
        life.add(
                satisfied
                        ? new PetitionClosed(id, ClosingReason.EVALUATED, at.plusSeconds(700))
                        : new CallbackRequired(id, at.plusSeconds(90_000), at.plusSeconds(700)));
        if (random.nextInt(9) == 0) {
            life.add(new PetitionTakenDown(id, "应留言人要求", at.plusSeconds(800)));
        }
        return life;
    }

    /** Many lives shuffled into one log: each petition's events stay in their order. */
    public static List<Recorded<PetitionEvent>> log(int petitions, RandomGenerator random) {
        List<List<PetitionEvent>> lives = new ArrayList<>();
        for (int n = 1; n <= petitions; n++) {
            lives.add(life(n, random));
        }
        int[] next = new int[petitions];
        List<Integer> running = new ArrayList<>();
        for (int n = 0; n < petitions; n++) {
            running.add(n);
        }
        List<Recorded<PetitionEvent>> log = new ArrayList<>();
        while (!running.isEmpty()) {
            int place = random.nextInt(Math.min(50, running.size()));
            int n = running.get(place);
            log.add(new Recorded<>(lives.get(n).get(next[n]), next[n], log.size() + 1));
            if (++next[n] == lives.get(n).size()) {
                running.remove(place);
            }
        }
        return log;
    }
}
