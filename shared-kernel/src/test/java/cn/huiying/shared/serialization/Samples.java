package cn.huiying.shared.serialization;

import cn.huiying.shared.account.AccountId;
import cn.huiying.shared.assessment.AssessmentId;
import cn.huiying.shared.deadline.AppliesTo;
import cn.huiying.shared.deadline.Checkpoint;
import cn.huiying.shared.deadline.DeadlinePolicy;
import cn.huiying.shared.deadline.PolicySeriesId;
import cn.huiying.shared.erasure.ErasureId;
import cn.huiying.shared.organisation.AgencyId;
import cn.huiying.shared.petition.AttachmentId;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.MeasureId;
import cn.huiying.shared.petition.NumberSeriesId;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionId;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.SuggestionTopicId;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicySubscriptionId;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.report.ReportId;
import cn.huiying.shared.statistics.Measure;
import cn.huiying.shared.statistics.Rate;
import cn.huiying.shared.statistics.VisitsId;
import cn.huiying.shared.suggestion.SpecialReportId;
import cn.huiying.shared.supervision.DocumentId;
import cn.huiying.shared.supervision.InstructionId;
import cn.huiying.shared.supervision.MediaLeadId;
import cn.huiying.shared.supervision.ProposalId;
import cn.huiying.shared.supervision.SupervisionOrderId;
import cn.huiying.shared.time.CalendarId;
import cn.huiying.shared.time.DueMoment;
import cn.huiying.shared.time.Duty;
import cn.huiying.shared.time.OnBreach;
import cn.huiying.shared.time.Pause;
import cn.huiying.shared.time.Start;
import cn.huiying.shared.time.Unit;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One instance of every event, with a value in every field. */
final class Samples {

    /** Its parts depend on each other; made-up values would be faults. */
    private static final DeadlinePolicy POLICY = new DeadlinePolicy(
            "code",
            3,
            Instant.parse("2023-03-06T01:12:30.250Z"),
            "title",
            DueMoment.CLOSE_OF_BUSINESS,
            List.of(
                    checkpoint(
                            Duty.LEGAL_NOTICE,
                            Start.SUBMISSION,
                            new AppliesTo(
                                    Set.of(Section.values()),
                                    Set.of(PetitionType.HELP),
                                    Set.of(PetitionClass.CLAIM),
                                    Set.of(LimitClass.C3, LimitClass.C5),
                                    Set.of(Urgency.NORMAL))),
                    checkpoint(Duty.LEGAL_CONCLUSION, Start.ACCEPTANCE, AppliesTo.ALL),
                    checkpoint(Duty.FINAL_REPLY_15, Start.DISPATCH, AppliesTo.ALL)),
            new DeadlinePolicy.Extension(1, 30, 2),
            20,
            new DeadlinePolicy.Reopening(2, 15),
            new DeadlinePolicy.Lights(1, 4),
            new DeadlinePolicy.Ladder(2, 5));

    private static Checkpoint checkpoint(Duty duty, Start start, AppliesTo appliesTo) {
        return new Checkpoint(
                duty.code(), duty.chinese(), start, 15, Unit.CALENDAR_DAY, appliesTo, OnBreach.LADDER, true, true);
    }

    private Samples() {}

    static Stream<Class<?>> eventTypes() {
        return EventTypes.all().stream();
    }

    static Object of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components).map(Samples::value).toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " can't be built", e);
        }
    }

    private static Object value(RecordComponent component) {
        if (component.getType() == List.class) {
            Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            if (element == LocalDate.class) {
                return List.of(LocalDate.parse("2022-12-31"), LocalDate.parse("2023-01-01"));
            }
            if (element == Integer.class) {
                return List.of(1, 2);
            }
            return element == String.class
                    ? List.of("a", "b")
                    : List.of(value((Class<?>) element, component.getName()));
        }
        return value(component.getType(), component.getName());
    }

    private static Object value(Class<?> type, String name) {
        if (type == String.class) {
            return name;
        }
        if (type == int.class || type == Integer.class) {
            return 3;
        }
        if (type == double.class) {
            return 3.25;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == Instant.class) {
            return Instant.parse("2023-03-06T01:12:30.250Z");
        }
        if (type == PetitionId.class) {
            return new PetitionId("PET-1");
        }
        if (type == AttachmentId.class) {
            return new AttachmentId("ATT-1");
        }
        if (type == AccountId.class) {
            return new AccountId("ACC-1");
        }
        if (type == AgencyId.class) {
            return AgencyId.of("445224-101");
        }
        if (type == NumberSeriesId.class) {
            return new NumberSeriesId("NUM-20230306");
        }
        if (type == DocumentId.class) {
            return DocumentId.of("0123456789abcdef".repeat(4));
        }
        if (type == SupervisionOrderId.class) {
            return new SupervisionOrderId("ORD-1");
        }
        if (type == VisitsId.class) {
            return new VisitsId("VIS-2023030609-0123abcd");
        }
        if (type == ReportId.class) {
            return new ReportId("RPT-MONTHLY-2023-03");
        }
        if (type == AssessmentId.class) {
            return new AssessmentId("ASM-2023-03");
        }
        if (type == BigDecimal.class) {
            return new BigDecimal("3.25");
        }
        if (type == Long.class || type == long.class) {
            return 3L;
        }
        if (type == Map.class) {
            return switch (name) {
                case "doors" -> Map.of("/api/public/petitions", 3L);
                case "weights" -> Map.of(Rate.RESPONSE, new BigDecimal("100"));
                case "deductions" -> Map.of(Measure.REOPENED, new BigDecimal("1.5"));
                default -> Map.of(Measure.REOPENED, -1L);
            };
        }
        if (type == ProposalId.class) {
            return new ProposalId("PRO-1");
        }
        if (type == InstructionId.class) {
            return new InstructionId("INS-1");
        }
        if (type == PolicyId.class) {
            return new PolicyId("POL-1");
        }
        if (type == PolicySubscriptionId.class) {
            return new PolicySubscriptionId("SUB-ACC-1");
        }
        if (type == SuggestionTopicId.class) {
            return new SuggestionTopicId("TOP-1");
        }
        if (type == MeasureId.class) {
            return new MeasureId("MEA-1");
        }
        if (type == SpecialReportId.class) {
            return new SpecialReportId("SPR-1");
        }
        if (type == ErasureId.class) {
            return new ErasureId("ERS-1");
        }
        if (type == MediaLeadId.class) {
            return new MediaLeadId("LEAD-1");
        }
        if (type == CalendarId.class) {
            return CalendarId.CITY;
        }
        if (type == PolicySeriesId.class) {
            return PolicySeriesId.CITY;
        }
        if (type == DeadlinePolicy.class) {
            return POLICY;
        }
        if (type == Sealed.class) {
            return new Sealed("suite", "ACC-1", name, "AAAA");
        }
        if (type == Pause.class) {
            return new Pause(Instant.parse("2023-03-06T01:12:30Z"), Instant.parse("2023-03-08T01:12:30Z"), 1);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2023, 3, 6);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return of(type);
        }
        throw new AssertionError("No sample value for " + type + " " + name);
    }
}
