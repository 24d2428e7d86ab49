package cn.huiying.shared.deadline;

import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.rule.InvalidInput;
import cn.huiying.shared.rule.InvalidInput.Fault;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 时限策略: the deadlines of the procedure, as data. A petition keeps the version it was accepted under.
 *
 * @param code             such as {@code JY-1-3-5-7-15-H}
 * @param effectiveFrom    from when on new petitions come under it
 * @param title            its name, in Chinese
 * @param dueMoment        when on the last day a deadline ends
 * @param maxPauseWorkdays 暂停计时: for how many working days in all the clock of a petition may stand still
 */
public record DeadlinePolicy(
        String code,
        int version,
        Instant effectiveFrom,
        String title,
        DueMoment dueMoment,
        List<Checkpoint> checkpoints,
        Extension extension,
        int maxPauseWorkdays,
        Reopening reopening,
        Lights lights,
        Ladder ladder) {

    /** What the law or the procedure can't do without. */
    private static final Set<Duty> NEEDED = EnumSet.of(
            Duty.ACCEPT_AND_DISPATCH,
            Duty.RETURN_REQUEST,
            Duty.CORRECTION,
            Duty.EVALUATION,
            Duty.CALLBACK,
            Duty.LEGAL_NOTICE,
            Duty.LEGAL_CONCLUSION,
            Duty.REEXAMINATION_REQUEST,
            Duty.REEXAMINATION_OPINION,
            Duty.REVIEW_REQUEST,
            Duty.REVIEW_OPINION,
            Duty.ARCHIVING);

    /**
     * 延期 (信访工作条例 Art. 34): never longer than the limit it extends.
     *
     * @param times              how often; at most once
     * @param maxDays            by how many calendar days; at most 30
     * @param halfWorkdaysBefore how many half working days before the due moment it has to be asked for
     */
    public record Extension(int times, int maxDays, int halfWorkdaysBefore) {}

    /**
     * 重办.
     *
     * @param rounds      how often
     * @param maxWorkdays the new limit is that of the class, but no longer than this
     */
    public record Reopening(int rounds, int maxWorkdays) {}

    /**
     * 黄灯: when a deadline turns yellow.
     *
     * @param yellowWorkdays     with so many working days left
     * @param yellowWorkingHours with so many working hours left, for a limit of class C3 alone or in hours
     */
    public record Lights(int yellowWorkdays, int yellowWorkingHours) {}

    /**
     * 督办阶梯, in working days after the due moment.
     *
     * @param supervisorWorkdays until the supervisor's task 督办任务
     * @param circularWorkdays   until the draft of a circular 通报, without explanation
     */
    public record Ladder(int supervisorWorkdays, int circularWorkdays) {}

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z._-]{1,40}");
    private static final int LONGEST_NAME = 60;
    private static final Instant EARLIEST = Instant.parse("1999-12-31T16:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T16:00:00Z");

    /** In days: no checkpoint is longer. */
    private static final int YEAR = 366;

    /** Not checked: what the log holds stays readable when the checks have long become stricter. */
    public DeadlinePolicy {
        checkpoints = List.copyOf(checkpoints);
    }

    /** @throws InvalidInput with each fault */
    public DeadlinePolicy requireSound() {
        List<Fault> faults = new ArrayList<>();
        if (code.isBlank()) {
            faults.add(new Fault("/code", "code-missing", "请填写时限策略代码。", "A policy needs a code."));
        } else if (!CODE.matcher(code).matches()) {
            faults.add(new Fault(
                    "/code",
                    "code-form",
                    "时限策略代码须为 1 至 40 个字母、数字、点、横线或下划线。",
                    "The code of a policy has 1 to 40 letters, digits, dots, hyphens or underscores."));
        }
        if (title.isBlank()) {
            faults.add(new Fault("/title", "title-missing", "请填写时限策略名称。", "A policy needs a title."));
        }
        tooLong(faults, "/title", title);
        if (effectiveFrom.isBefore(EARLIEST) || !effectiveFrom.isBefore(LATEST)) {
            faults.add(new Fault(
                    "/effectiveFrom",
                    "effective-from-out-of-range",
                    "生效时间须在2000年至2099年之间。",
                    "A policy takes effect in one of the years 2000 to 2099."));
        }
        outOfRange(faults, "/version", version, 1, Integer.MAX_VALUE);
        outOfRange(faults, "/extension/times", extension.times(), 0, 1);
        outOfRange(faults, "/extension/maxDays", extension.maxDays(), 1, LegalLimits.EXTENSION_DAYS);
        outOfRange(faults, "/extension/halfWorkdaysBefore", extension.halfWorkdaysBefore(), 0, 10);
        outOfRange(faults, "/maxPauseWorkdays", maxPauseWorkdays, 0, 250);
        outOfRange(faults, "/reopening/rounds", reopening.rounds(), 0, 10);
        outOfRange(faults, "/reopening/maxWorkdays", reopening.maxWorkdays(), 1, 60);
        outOfRange(faults, "/lights/yellowWorkdays", lights.yellowWorkdays(), 1, 60);
        outOfRange(faults, "/lights/yellowWorkingHours", lights.yellowWorkingHours(), 1, 60);
        outOfRange(faults, "/ladder/supervisorWorkdays", ladder.supervisorWorkdays(), 1, 250);
        outOfRange(faults, "/ladder/circularWorkdays", ladder.circularWorkdays(), ladder.supervisorWorkdays() + 1, 250);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < checkpoints.size(); i++) {
            Checkpoint checkpoint = checkpoints.get(i);
            if (!codes.add(checkpoint.code())) {
                faults.add(new Fault(
                        "/checkpoints/" + i + "/code",
                        "checkpoint-twice",
                        "时限节点 " + checkpoint.code() + " 重复。",
                        "The checkpoint " + checkpoint.code() + " is there twice."));
            }
            check(faults, "/checkpoints/" + i, checkpoint);
        }
        for (Duty needed : NEEDED) {
            if (faults.isEmpty() && !codes.contains(needed.code())) {
                faults.add(new Fault(
                        "/checkpoints",
                        "checkpoint-missing",
                        "时限策略缺少时限节点 " + needed.code() + "(" + needed.chinese() + ")。",
                        "A policy can't leave out the checkpoint " + needed.code() + " (" + needed.english() + ")."));
            }
        }
        for (LimitClass limitClass : LimitClass.values()) {
            if (faults.isEmpty() && checkpoints.stream().noneMatch(checkpoint -> concludes(checkpoint, limitClass))) {
                faults.add(new Fault(
                        "/checkpoints",
                        "final-reply-missing",
                        limitClass.chinese() + "没有办结时限。",
                        "The limit class " + limitClass + " has no final reply."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return this;
    }

    /** The checkpoints that a happening starts for a petition. */
    public List<Checkpoint> startedBy(Start start, Matter matter) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.start() == start)
                .filter(checkpoint -> checkpoint.appliesTo().includes(matter))
                .toList();
    }

    /** @throws IllegalArgumentException where the policy has none with this code */
    public Checkpoint checkpoint(String checkpointCode) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.code().equals(checkpointCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Policy " + code + " version " + version + " has no checkpoint " + checkpointCode + "."));
    }

    /** 重办时限: the limit of a reopened petition: that of its class, within the policy's number, from the reopening on. */
    public Checkpoint reopened(Checkpoint main) {
        return new Checkpoint(
                main.code(),
                main.chinese(),
                Start.REOPENING,
                Math.min(main.amount(), reopening.maxWorkdays()),
                main.unit(),
                main.appliesTo(),
                main.onBreach(),
                main.light(),
                main.clockPauses());
    }

    /** The same policy, in force from another moment on. */
    public DeadlinePolicy takingEffect(Instant from) {
        return new DeadlinePolicy(
                        code,
                        version,
                        from,
                        title,
                        dueMoment,
                        checkpoints,
                        extension,
                        maxPauseWorkdays,
                        reopening,
                        lights,
                        ladder)
                .requireSound();
    }

    private static boolean concludes(Checkpoint checkpoint, LimitClass limitClass) {
        Set<LimitClass> classes = checkpoint.appliesTo().limitClasses();
        return checkpoint.duty().concludes() && (classes.isEmpty() || classes.contains(limitClass));
    }

    private static void check(List<Fault> faults, String at, Checkpoint checkpoint) {
        try {
            LegalLimits.check(faults, at, checkpoint);
        } catch (InvalidInput unknown) {
            unknown.faults()
                    .forEach(fault -> faults.add(
                            new Fault(at + fault.pointer(), fault.code(), fault.chinese(), fault.english())));
        }
        if (checkpoint.chinese().isBlank()) {
            faults.add(new Fault(
                    at + "/chinese",
                    "name-missing",
                    "请填写时限节点 " + checkpoint.code() + " 的名称。",
                    "The checkpoint " + checkpoint.code() + " needs a name."));
        }
        tooLong(faults, at + "/chinese", checkpoint.chinese());
        boolean overTheLaw = faults.stream().anyMatch(fault -> fault.pointer().equals(at + "/amount"));
        int most = checkpoint.unit() == Unit.HOUR ? YEAR * 24 : YEAR;
        outOfRange(faults, at + "/amount", checkpoint.amount(), 1, overTheLaw ? Integer.MAX_VALUE : most);
        if (checkpoint.unit() == Unit.HOUR && checkpoint.clockPauses()) {
            faults.add(new Fault(
                    at + "/clockPauses",
                    "hours-do-not-pause",
                    "按小时计的时限 " + checkpoint.code() + " 不能暂停。",
                    "The checkpoint " + checkpoint.code() + " is in hours and can't pause."));
        }
    }

    private static void tooLong(List<Fault> faults, String at, String name) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(new Fault(
                    at,
                    "too-long",
                    at + " 不得超过 " + LONGEST_NAME + " 字。",
                    at + " must have at most " + LONGEST_NAME + " characters."));
        }
    }

    private static void outOfRange(List<Fault> faults, String at, int value, int least, int most) {
        if (value < least) {
            faults.add(new Fault(
                    at,
                    "too-small",
                    at + " 不得小于 " + least + "。",
                    at + " must be at least " + least + ", not " + value + "."));
        }
        if (value > most) {
            faults.add(new Fault(
                    at,
                    "too-great",
                    at + " 不得大于 " + most + "。",
                    at + " must be at most " + most + ", not " + value + "."));
        }
    }
}
