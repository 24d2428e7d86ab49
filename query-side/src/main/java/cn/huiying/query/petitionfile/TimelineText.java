package cn.huiying.query.petitionfile;

import cn.huiying.query.petitionfile.Timeline.Bilingual;
import cn.huiying.query.petitionfile.Timeline.Due;
import cn.huiying.query.petitionfile.Timeline.Holder;
import cn.huiying.query.petitionfile.Timeline.Step;
import cn.huiying.shared.time.WorkCalendar;
import java.time.Instant;

/** A timeline as a page that somebody reads and prints, in one of two languages. */
final class TimelineText {

    private final boolean chinese;
    private final StringBuilder page = new StringBuilder();

    private TimelineText(boolean chinese) {
        this.chinese = chinese;
    }

    static String of(Timeline timeline, boolean chinese) {
        TimelineText text = new TimelineText(chinese);
        text.write(timeline);
        return text.page.toString();
    }

    private void write(Timeline timeline) {
        line(say("留言 " + timeline.number() + " 办理时间线", "Timeline of petition " + timeline.number()));
        line(say(
                "状态:" + timeline.state().chinese() + ",截至 " + WorkCalendar.text(timeline.at()),
                "State: " + timeline.state() + ", as of " + WorkCalendar.text(timeline.at()) + " (Beijing time)"));
        line("");
        line(say("一、由谁办理", "1. Who had it in hand"));
        timeline.holders().forEach(this::write);
        line("");
        line(say("二、经过", "2. What happened"));
        timeline.steps().forEach(this::write);
    }

    private void write(Holder holder) {
        line("");
        line("  " + say(holder.who()) + " · " + say(holder.part()));
        line("    " + WorkCalendar.text(holder.from()) + " – "
                + (holder.until() == null ? say("至今", "still") : WorkCalendar.text(holder.until()))
                + (holder.workdays() == null
                        ? ""
                        : say(
                                ",历时 " + holder.workdays() + " 个工作日",
                                ", " + holder.workdays()
                                        + (holder.workdays() == 1 ? " working day" : " working days"))));
        if (holder.limit() != null) {
            line("    " + say("时限 ", "Limit: ") + say(holder.limit()) + say(",应于 ", ", due ")
                    + WorkCalendar.text(holder.dueAt()) + say(" 前:", ": ") + verdict(holder));
        }
    }

    private String verdict(Holder holder) {
        if (holder.inTime() == null) {
            return holder.until() == null
                    ? say("未到期", "not over yet")
                    : say("未到期即移交或终结", "handed on, or fell away, before it was over");
        }
        return holder.inTime() ? say("按期", "in time") : say("逾期", "missed");
    }

    private void write(Step step) {
        line("");
        line("  " + moment(step.at()) + "  " + say(step.what())
                + (step.about() == null ? "" : " → " + step.about().name()));
        line("    " + say(step.by())
                + (step.agency() == null ? "" : say("(", " (") + step.agency().name() + say(")", ")"))
                + (moment(step.recordedAt()).equals(moment(step.at()))
                        ? ""
                        : say(",记录于 ", ", recorded ") + moment(step.recordedAt())));
        if (step.words() != null) {
            line("    “" + step.words() + "”");
        }
        for (Due deadline : step.deadlines()) {
            line("    - " + say(deadline.explanation()));
        }
    }

    private static String moment(Instant moment) {
        return WorkCalendar.text(moment);
    }

    private String say(Bilingual words) {
        return say(words.zh(), words.en());
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
