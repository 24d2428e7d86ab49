package cn.huiying.query.petitionfile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiying.query.common.Lives;
import cn.huiying.query.common.Lives.Life;
import cn.huiying.query.petitionfile.Timetable.Line;
import cn.huiying.query.petitionfile.Timetable.Status;
import cn.huiying.shared.petition.AssignmentSigned;
import cn.huiying.shared.petition.DeadlineRecalculated;
import cn.huiying.shared.petition.HandlingTerminated;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.PetitionAccepted;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionDispatched;
import cn.huiying.shared.petition.PetitionEvent;
import cn.huiying.shared.petition.PetitionReopened;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.TerminationReason;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.time.Deadline;
import cn.huiying.shared.time.Light;
import cn.huiying.shared.time.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static Timetable of(List<PetitionEvent> events) {
        Timetable timetable = new Timetable();
        events.forEach(timetable::evolve);
        return timetable;
    }

    private static Timetable after(Life life) {
        return of(life.events());
    }

    private static Line line(Life life, String code) {
        return after(life).last(code).orElseThrow();
    }

    private static Status status(Life life, String code) {
        Timetable timetable = after(life);
        return timetable.at(life.now(), timetable.last(code).orElseThrow()).status();
    }

    @Test
    void a_duty_done_in_time_is_met_by_what_did_it() {
        Life life = Life.inHand(1, Lives.START);
        assertThat(status(life, "D1")).isEqualTo(Status.MET);
        assertThat(status(life, "D1s")).isEqualTo(Status.MET);
        assertThat(line(life, "D1s").metAt).isEqualTo(life.now());
        assertThat(line(life, "D1s").endedAt).isNull();
        assertThat(status(life, "D7")).isEqualTo(Status.RUNNING);
    }

    @Test
    void a_duty_done_late_stays_missed_and_tells_when_it_was_done() {
        Life life = Life.posted(1, Lives.START).after(Duration.ofDays(4));
        Instant due = line(life, "D1").deadline.dueAt();
        assertThat(line(life, "D1").missedSince).isEqualTo(due);
        life.happens(new PetitionAccepted(
                life.id(),
                PetitionType.HELP,
                "环保",
                PetitionClass.CLAIM,
                LimitClass.C7,
                Urgency.NORMAL,
                null,
                life.now()));
        life.happens(
                new PetitionDispatched(life.id(), Lives.AGENCY, null, life.now().plusSeconds(1), life.now()));
        assertThat(status(life, "D1")).isEqualTo(Status.MISSED);
        assertThat(line(life, "D1").missedSince).isEqualTo(due);
        assertThat(line(life, "D1").doneLateAt).isEqualTo(life.now());
        assertThat(line(life, "D1").open()).isFalse();
    }

    @Test
    void a_missed_duty_that_fell_away_was_never_done() {
        Life life = Life.inHand(1, Lives.START).after(Duration.ofDays(30));
        life.happens(new HandlingTerminated(life.id(), TerminationReason.NO_COOPERATION, "多次联系未果。", life.now()));
        assertThat(status(life, "D7")).isEqualTo(Status.MISSED);
        assertThat(line(life, "D7").doneLateAt).isNull();
        assertThat(line(life, "D7").endedAt).isEqualTo(life.now());
        assertThat(status(life, "D-60")).as("not over yet").isEqualTo(Status.ENDED);
    }

    @Test
    void what_is_over_is_missed_before_the_platform_has_noticed() {
        Life life = Life.inHand(1, Lives.START);
        Timetable timetable = after(life);
        Line main = timetable.last("D7").orElseThrow();
        Instant due = main.deadline.dueAt();
        assertThat(timetable.at(due.minusMillis(1), main).status()).isEqualTo(Status.RUNNING);
        assertThat(timetable.at(due.minusMillis(1), main).light()).isEqualTo(Light.YELLOW);
        assertThat(timetable.at(due, main).status()).isEqualTo(Status.MISSED);
        assertThat(timetable.at(due, main).missedSince()).isEqualTo(due);
        assertThat(timetable.at(due, main).light()).isEqualTo(Light.RED);
    }

    @Test
    void a_right_that_was_not_used_has_ended_and_was_not_missed() {
        Life life = Life.inHand(1, Lives.START).answered();
        Timetable timetable = after(life);
        Line right = timetable.last("D-eval").orElseThrow();
        Instant due = right.deadline.dueAt();
        assertThat(timetable.at(due.minusMillis(1), right).status()).isEqualTo(Status.RUNNING);
        assertThat(timetable.at(due, right).status()).isEqualTo(Status.ENDED);
        assertThat(timetable.at(due, right).endedAt()).isEqualTo(due);
    }

    @Test
    void a_deadline_that_stands_still_keeps_the_light_it_had() {
        Life life = Life.inHand(1, Lives.START).paused(Duration.ofDays(20));
        Timetable timetable = after(life);
        Line main = timetable.last("D7").orElseThrow();
        Instant long_after = main.deadline.dueAt().plusSeconds(1);
        assertThat(timetable.at(long_after, main).held()).isTrue();
        assertThat(timetable.at(long_after, main).status()).isEqualTo(Status.RUNNING);
        assertThat(timetable.at(long_after, main).light()).isEqualTo(Light.GREEN);
        assertThat(timetable.at(long_after, timetable.last("D3c").orElseThrow()).held())
                .as("the clock of the first contact does not pause")
                .isFalse();
    }

    @Test
    void what_moved_remembers_when_it_was_due_and_why_it_moved() {
        Life life = Life.inHand(1, Lives.START);
        Deadline first = life.mainDeadline();
        life.after(Duration.ofHours(1)).extended(3);
        Deadline second = life.mainDeadline();
        life.happens(new DeadlineRecalculated(life.id(), first, second.dueAt(), "2027年放假通知", life.now()));
        assertThat(line(life, "D7").moves)
                .containsExactly(
                        new Timetable.Move(first.dueAt(), "案情复杂", life.now()),
                        new Timetable.Move(second.dueAt(), "2027年放假通知", life.now()));
        assertThat(line(life, "D7").deadline).isEqualTo(first);
    }

    @Test
    void a_missed_deadline_that_moved_behind_now_runs_again() {
        Life life = Life.inHand(1, Lives.START);
        Instant due = life.mainDeadline().dueAt();
        life.after(Duration.between(life.now(), due));
        assertThat(status(life, "D7")).isEqualTo(Status.MISSED);
        life.extended(3);
        assertThat(status(life, "D7")).isEqualTo(Status.RUNNING);
        assertThat(line(life, "D7").missedSince).isNull();
    }

    @Test
    void a_reopened_petition_has_a_new_deadline_beside_the_old_one() {
        Life life = Life.inHand(1, Lives.START).answered().rated(1);
        life.after(Duration.ofHours(1)).happens(new PetitionReopened(life.id(), 1, "问题未解决", life.now()));
        List<Line> finals = after(life).lines().stream()
                .filter(line -> line.deadline.code().equals("D7"))
                .toList();
        assertThat(finals).extracting(line -> line.start).containsExactly(Start.DISPATCH, Start.REOPENING);
        assertThat(finals).extracting(line -> line.recorded).containsExactly(Status.MET, Status.RUNNING);
        assertThat(status(life, "D-recheck")).as("of the earlier answer").isEqualTo(Status.ENDED);
    }

    @Test
    void a_return_begins_the_next_agencys_time_anew() {
        Life life = Life.inHand(1, Lives.START);
        life.happens(new PetitionDispatched(life.id(), Lives.OTHER_AGENCY, null, life.now(), life.now()));
        assertThat(after(life).lines().stream()
                        .filter(line -> line.deadline.code().equals("D7"))
                        .map(line -> line.recorded))
                .containsExactly(Status.ENDED, Status.RUNNING);
        life.after(Duration.ofMinutes(1)).happens(new AssignmentSigned(life.id(), Lives.OTHER_AGENCY, life.now()));
        assertThat(after(life).lines().stream()
                        .filter(line -> line.deadline.code().equals("D1s"))
                        .map(line -> line.recorded))
                .containsExactly(Status.MET, Status.MET);
    }

    @Test
    void the_light_the_log_tells_is_the_worst_of_the_running_ones() {
        Life life = Life.inHand(1, Lives.START);
        assertThat(after(life).light(line -> true)).isEqualTo(Light.GREEN);
        life.after(Duration.between(life.now(), life.mainDeadline().alerts().yellowFrom()));
        assertThat(after(life).light(line -> line.deadline.code().equals("D7"))).isEqualTo(Light.YELLOW);
        assertThat(after(life).light(line -> true)).as("nobody made contact").isEqualTo(Light.RED);
        assertThat(after(life.answered()).light(line -> true)).isEqualTo(Light.GREEN);
    }

    @Test
    void of_every_life_the_open_lines_are_those_that_its_clock_still_runs() {
        for (int seed = 0; seed < 200; seed++) {
            List<PetitionEvent> life = Lives.life(1, new Random(seed));
            assertThat(of(life).lines().stream().filter(Line::open).map(line -> line.deadline))
                    .containsExactlyInAnyOrderElementsOf(Lives.clock(life).running().stream()
                            .map(running -> running.deadline())
                            .toList());
        }
    }
}
