package cn.huiying.bench;

import cn.huiying.command.petition.accepting.AcceptPetition;
import cn.huiying.command.petition.contacting.LogContact;
import cn.huiying.command.petition.dispatching.DispatchPetition;
import cn.huiying.command.petition.evaluating.EvaluatePetition;
import cn.huiying.command.petition.progressing.PostProgress;
import cn.huiying.command.petition.publishing.PublishPetition;
import cn.huiying.command.petition.publishing.PublishReply;
import cn.huiying.command.petition.rejecting.RejectPetition;
import cn.huiying.command.petition.replying.ApproveReply;
import cn.huiying.command.petition.replying.ConfirmReply;
import cn.huiying.command.petition.replying.SubmitReply;
import cn.huiying.command.petition.signing.SignAssignment;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.ContactChannel;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.NotAcceptedReason;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.ReplyOutcome;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.rule.Actor;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * What one sender does, always the same for the same seed: it has a number of petitions in hand, takes one of them at random
 * and sends the next command of its life. A life is some seven commands and twenty events; one in five is not accepted.
 */
final class Lives {

    /** One command and who sends it. */
    record Step(Object command, Actor actor) {}

    private static final String PUBLIC_TEXT = "群众反映村口猪场臭气和废水扰民,请求核查处理。".repeat(4);

    private final Cast cast;
    private final int sender;
    private final SplittableRandom random;
    private final List<Queue<Step>> inHand = new ArrayList<>();
    private final List<PetitionId> born = new ArrayList<>();
    private final int most;

    /**
     * @param inHand how many petitions the sender has in hand at a time
     * @param most   how many are born at all
     */
    Lives(Cast cast, int sender, int inHand, int most) {
        this.cast = cast;
        this.sender = sender;
        this.most = most;
        random = new SplittableRandom(Settings.SEED * 1_000_003 + sender);
        for (int i = 0; i < Math.min(inHand, most); i++) {
            this.inHand.add(life());
        }
    }

    /** @return null where every life is over */
    Step next() {
        if (inHand.isEmpty()) {
            return null;
        }
        int chosen = random.nextInt(inHand.size());
        Queue<Step> life = inHand.get(chosen);
        Step step = life.remove();
        if (life.isEmpty()) {
            if (born.size() < most) {
                inHand.set(chosen, life());
            } else {
                Queue<Step> last = inHand.removeLast();
                if (chosen < inHand.size()) {
                    inHand.set(chosen, last);
                }
            }
        }
        return step;
    }

    /** The petitions born so far. */
    List<PetitionId> born() {
        return born;
    }

    private Queue<Step> life() {
        int number = born.size();
        PetitionId id = new PetitionId(String.format("PET-%016x%08x%08x", random.nextLong(), sender, number));
        born.add(id);
        Cast.Citizen citizen = cast.citizen(random.nextInt());
        String agency = cast.agency(random.nextInt());
        Actor handler = Cast.handler(agency);
        boolean complaint = random.nextInt(10) < 4;
        boolean published = random.nextInt(10) < 4;
        Instant at = Cast.BEGINNING.plusSeconds(random.nextInt(200 * 86_400));
        Queue<Step> life = new ArrayDeque<>();
        life.add(new Step(
                new SubmitPetition(
                        id,
                        at,
                        String.format("JY%05d%07d", sender, number),
                        citizen.account(),
                        "陈***",
                        Section.MASS_MESSAGE,
                        random.nextBoolean() ? Board.COUNTY_LEADER : Board.AGENCY,
                        complaint ? PetitionType.COMPLAINT : PetitionType.HELP,
                        random.nextBoolean() ? "环保" : "交通",
                        random.nextBoolean() ? "445224" : "445281",
                        VisibilityWish.PUBLIC,
                        citizen.title(),
                        complaint ? null : citizen.text(),
                        complaint ? citizen.text() : null,
                        null,
                        citizen.place(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                citizen.actor()));
        at = at.plusSeconds(1_800);
        if (random.nextInt(10) < 2) {
            life.add(new Step(
                    new RejectPetition(id, at, NotAcceptedReason.COURT_OR_ARBITRATION, "请依法向法院提起诉讼。"), Cast.OFFICER));
            return life;
        }
        life.add(new Step(
                new AcceptPetition(id, at, null, null, PetitionClass.CLAIM, LimitClass.C7, Urgency.NORMAL, null),
                Cast.OFFICER));
        if (published) {
            life.add(new Step(new PublishPetition(id, at.plusSeconds(60), "村口猪场臭气扰民", PUBLIC_TEXT), Cast.OFFICER));
        }
        life.add(new Step(new DispatchPetition(id, at.plusSeconds(600), agency, "请牵头核查。"), Cast.OFFICER));
        at = at.plusSeconds(3_600);
        life.add(new Step(new SignAssignment(id, at), handler));
        life.add(
                new Step(new LogContact(id, at.plusSeconds(600), ContactChannel.PHONE, true, citizen.note()), handler));
        if (random.nextInt(3) == 0) {
            life.add(new Step(new PostProgress(id, at.plusSeconds(7_200), citizen.note()), handler));
        }
        at = at.plusSeconds(86_400);
        life.add(new Step(
                new SubmitReply(id, at, ReplyOutcome.SUPPORTED, citizen.note(), "《畜禽规模污染防治条例》第十三条", "现场核查记录"),
                handler));
        life.add(new Step(new ApproveReply(id, at.plusSeconds(600)), Cast.leader(agency)));
        if (complaint) {
            life.add(new Step(new ConfirmReply(id, at.plusSeconds(900)), Cast.OFFICER));
        }
        if (published && random.nextBoolean()) {
            life.add(new Step(new PublishReply(id, at.plusSeconds(1_200), PUBLIC_TEXT), Cast.OFFICER));
        }
        if (random.nextBoolean()) {
            life.add(new Step(
                    new EvaluatePetition(id, at.plusSeconds(86_400), 4, 5, 3 + random.nextInt(3), null),
                    citizen.actor()));
        }
        return life;
    }
}
