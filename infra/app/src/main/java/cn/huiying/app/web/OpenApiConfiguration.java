package cn.huiying.app.web;

import cn.huiying.app.wiring.PlatformProperties;
import cn.huiying.command.account.profiling.ChangeEnterpriseProfile;
import cn.huiying.command.account.registering.RegisterCitizen;
import cn.huiying.command.account.registering.RegisterEnterprise;
import cn.huiying.command.assessment.deciding.DecideObjection;
import cn.huiying.command.assessment.objecting.FileObjection;
import cn.huiying.command.assessment.opening.AssessmentOpening;
import cn.huiying.command.assessment.publishing.PublishAssessment;
import cn.huiying.command.calendar.correcting.CorrectCalendarYear;
import cn.huiying.command.calendar.importing.ImportCalendarYear;
import cn.huiying.command.deadlinepolicy.publishing.BuiltInPolicy;
import cn.huiying.command.deadlinepolicy.retiring.RetireDeadlinePolicy;
import cn.huiying.command.dossier.DossierKind;
import cn.huiying.command.erasure.ErasureKind;
import cn.huiying.command.organisation.merging.MergeAgency;
import cn.huiying.command.petition.PetitionActions;
import cn.huiying.command.petition.action.PetitionAction;
import cn.huiying.command.petition.submitting.SubmitPetition;
import cn.huiying.command.policy.PolicyKind;
import cn.huiying.command.policy.subscribing.SubscribeToPolicies;
import cn.huiying.command.report.generating.ReportOrder;
import cn.huiying.command.suggestion.SuggestionKind;
import cn.huiying.command.supervision.SupervisionKind;
import cn.huiying.query.common.AsOf;
import cn.huiying.query.common.Rendered;
import cn.huiying.query.live.TokenEnd;
import cn.huiying.shared.access.AccessAct;
import cn.huiying.shared.account.EnterpriseSize;
import cn.huiying.shared.account.Industry;
import cn.huiying.shared.account.Verification;
import cn.huiying.shared.erasure.ErasureState;
import cn.huiying.shared.petition.Board;
import cn.huiying.shared.petition.LimitClass;
import cn.huiying.shared.petition.MeasureState;
import cn.huiying.shared.petition.PetitionClass;
import cn.huiying.shared.petition.PetitionType;
import cn.huiying.shared.petition.Section;
import cn.huiying.shared.petition.State;
import cn.huiying.shared.petition.Urgency;
import cn.huiying.shared.petition.VisibilityWish;
import cn.huiying.shared.policy.PolicyId;
import cn.huiying.shared.policy.PolicyTags;
import cn.huiying.shared.privacy.Sealed;
import cn.huiying.shared.report.ReportKind;
import cn.huiying.shared.rule.Actor;
import cn.huiying.shared.rule.Role;
import cn.huiying.shared.suggestion.SpecialReportState;
import cn.huiying.shared.suggestion.SuggestionStanding;
import cn.huiying.shared.suggestion.TopicState;
import cn.huiying.shared.supervision.Adoption;
import cn.huiying.shared.supervision.MediaLeadState;
import cn.huiying.shared.supervision.ProposalKind;
import cn.huiying.shared.supervision.ProposalState;
import cn.huiying.shared.supervision.SupervisionChannel;
import cn.huiying.shared.supervision.SupervisionForm;
import cn.huiying.shared.supervision.SupervisionState;
import cn.huiying.shared.supervision.SupervisionTrigger;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The API document. Paths and answers are read off the doors; each petition command gets its own path and body from its record,
 * and the query parameters, headers and problems that all doors share are added here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnExpression("'${huiying.side}' == 'both'")
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, TokenEnd.class, AsOf.class)
                .addResponseWrapperToIgnore(Rendered.class);
    }

    private static final Set<String> GIVEN_BY_THE_DOOR = Set.of(
            "petitionId",
            "at",
            "number",
            "author",
            "nickname",
            "source",
            "accountId",
            "creditCodeDigest",
            "calendarId",
            "agencyId",
            "year",
            "seriesId",
            "code",
            "orderId",
            "assessmentId",
            "proposalId",
            "instructionId",
            "leadId",
            "policyId",
            "subscriptionId",
            "account",
            "topicId",
            "measureId",
            "reportId",
            "erasureId",
            "found");

    /** A query parameter of one or more operations. */
    private record Query(String name, Schema<?> schema, String description) {}

    private static final Query LIMIT =
            new Query("limit", integer(1, 100).example(20), "每页条数,默认 20 · Items a page, 20 by default");
    private static final Query CURSOR = new Query(
            "cursor", text(), "上一页回答里的 next 或 prev · The next or prev of an earlier answer to the same query");
    private static final Query FIELDS = new Query(
            "fields",
            text().example("id,number,title"),
            "只要这些字段,逗号分隔;默认全部 · Only these fields of the items, comma-separated; all by default");
    private static final Query TOTAL = new Query("total", oneOf("exact"), "要求精确总数 · Asks for the exact total");
    private static final Query SECTION =
            new Query("section", constants(Section.values()), "栏目,可重复 · Section, repeatable");
    private static final Query TYPE = new Query("type", constants(PetitionType.values()), "类别,可重复 · Type, repeatable");
    private static final Query DOMAIN = new Query("domain", text().example("环保"), "领域,可重复 · Field of life, repeatable");
    private static final Query DISTRICT =
            new Query("district", text().example("445224"), "县区代码,可重复 · GB/T 2260 code, repeatable");
    private static final Query AGENCY =
            new Query("agency", text().example("445224-114"), "单位代码,可重复 · Agency code, repeatable");
    private static final Query STATE = new Query("state", constants(State.values()), "状态,可重复 · State, repeatable");
    private static final Query MOST_SIMILAR = new Query("limit", integer(1, 20), "条数,默认 5 · How many, 5 by default");
    private static final Query FROM = new Query("from", date(), "提交日期起(含) · Submitted on or after");
    private static final Query TO = new Query("to", date(), "提交日期止(含) · Submitted on or before");

    private static final Query QUEUE_SORT = new Query(
            "sort",
            oneOf("since", "dueAt"),
            "默认等得最久的在前;dueAt 按最早到期 · The longest waiting first by default; dueAt: the earliest due first");

    private static final Query INDUSTRY =
            new Query("industry", constants(Industry.values()), "行业门类,可重复 · Industry, repeatable");
    private static final Query SIZE =
            new Query("size", constants(EnterpriseSize.values()), "企业规模,可重复 · Size, repeatable");

    private static final Query OF_RANKING =
            new Query("period", text().example("2023-03"), "考核期,默认最近一期 · The period; the last one by default");

    private static final String ORDER_ID = "ORD-5258dc6a-e701-4861-b40a-5bb2c4a83526";
    private static final Query PETITION = new Query(
            "petition", text().example("PET-2cf74d01c40edecf90860c9611b0f004"), "涉及的留言 · About this petition");
    private static final Query LATE =
            new Query("late", oneOf("true"), "只要逾期未反馈的 · Only those whose agency should have answered");

    private static final Query TOPIC = new Query(
            "topic",
            text().example("TOP-5258dc6a-e701-4861-b40a-5bb2c4a83526"),
            "所回应的征集专题 · The topic of solicitation it answers");

    private static final List<Query> MEASURE_FILTERS = List.of(
            new Query("state", constants(MeasureState.values()), "状态,可重复 · State, repeatable"),
            AGENCY,
            TOPIC,
            new Query(
                    "suggestion",
                    text().example("PET-2cf74d01c40edecf90860c9611b0f004"),
                    "由该建议转化的 · Converted from this suggestion"),
            LIMIT,
            CURSOR,
            TOTAL,
            FIELDS);

    private static final List<Query> PROPOSAL_FILTERS = List.of(
            new Query("state", constants(ProposalState.values()), "状态,可重复 · State, repeatable"),
            new Query("kind", constants(ProposalKind.values()), "建议种类,可重复 · Kind, repeatable"),
            new Query("adoption", constants(Adoption.values()), "采纳情况,可重复 · Adoption, repeatable"),
            PETITION,
            new Query("order", text().example(ORDER_ID), "所依据的督办件 · Coming from this order"),
            LATE,
            new Query(
                    "sort",
                    oneOf("-issuedAt", "dueAt"),
                    "默认最新的在前;dueAt 按最早应反馈 · The newest first by default; dueAt: the earliest due first"),
            LIMIT,
            CURSOR,
            TOTAL,
            FIELDS);

    private static final List<Query> ORDER_FILTERS = List.of(
            new Query("state", constants(SupervisionState.values()), "状态,可重复 · State, repeatable"),
            new Query("form", constants(SupervisionForm.values()), "督办方式,可重复 · Form, repeatable"),
            new Query("channel", constants(SupervisionChannel.values()), "线上、线下,可重复 · Channel, repeatable"),
            new Query("trigger", constants(SupervisionTrigger.values()), "督办事由,可重复 · Trigger, repeatable"),
            PETITION,
            LATE,
            new Query(
                    "sort",
                    oneOf("-draftedAt", "dueAt"),
                    "默认最新的在前;dueAt 按最早应反馈 · The newest first by default; dueAt: the earliest due first"),
            LIMIT,
            CURSOR,
            TOTAL,
            FIELDS);

    private static final List<Query> BOARD = List.of(
            DISTRICT,
            AGENCY,
            new Query(
                    "overdue",
                    integer(1, 200),
                    "列出多少件超期最久的,默认 50 · How many of the longest overdue are listed, 50 by default"));

    private static final Query RECORDED_FROM =
            new Query("from", moment(), "此刻起记录的(含) · Recorded at or after this moment");
    private static final Query RECORDED_TO = new Query("to", moment(), "此刻前记录的 · Recorded before this moment");
    private static final Query ROLE = new Query("role", constants(Role.values()), "角色,可重复 · Role, repeatable");
    private static final Query AFTER = new Query(
            "after",
            integer(0, null),
            "只要此位置之后的;续读时填最后收到的位置 · Only what follows this position; to go on: the last one received");
    private static final Query LOG = new Query(
            "log", oneOf("events", "access"), "事件日志(默认)或访问日志 · The log of events, by default, or that of accesses");
    /** Doors that also tell how things stood. */
    private static final Set<String> LOOKING_BACK = Set.of(
            "/api/petitions/{id}",
            "/api/public/petitions",
            "/api/public/petitions/{id}",
            "/api/intake",
            "/api/agencies/{code}/queue",
            "/api/supervision/board",
            "/api/supervision/statistics",
            "/api/public/statistics");

    private static final Map<String, List<Query>> QUERIES = Map.ofEntries(
            Map.entry(
                    "/api/audit/events",
                    List.of(
                            new Query(
                                    "petition",
                                    text().example("PET-2cf74d01c40edecf90860c9611b0f004"),
                                    "留言,可重复 · Petition, repeatable"),
                            new Query(
                                    "type",
                                    text().example("PetitionSubmitted"),
                                    "事件类型,可重复 · Name of the event, repeatable"),
                            new Query("actor", text().example("intake-officer"), "操作人,可重复 · Who acted, repeatable"),
                            ROLE,
                            new Query(
                                    "agency",
                                    text().example("445224-114"),
                                    "操作人的单位,可重复 · Agency of who acted, repeatable"),
                            RECORDED_FROM,
                            RECORDED_TO,
                            AFTER,
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/audit/access",
                    List.of(
                            new Query(
                                    "subject",
                                    text().example("ACC-alice"),
                                    "被查看人的账号,可重复 · Account whose data was opened, repeatable"),
                            new Query(
                                    "reader",
                                    text().example("intake-officer"),
                                    "查看人,可重复 · Who read or acted, repeatable"),
                            ROLE,
                            new Query("act", constants(AccessAct.values()), "行为,可重复 · Kind, repeatable"),
                            RECORDED_FROM,
                            RECORDED_TO,
                            AFTER,
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry("/api/audit/log/checkpoint", List.of(LOG)),
            Map.entry("/api/audit/log/key", List.of(LOG)),
            Map.entry(
                    "/api/audit/log/inclusion",
                    List.of(
                            LOG,
                            new Query("position", integer(1, null), "事件的位置 · Position of the event"),
                            new Query(
                                    "size",
                                    integer(1, null),
                                    "树的大小,默认最新检查点 · Size of the tree; of the newest checkpoint by default"))),
            Map.entry(
                    "/api/audit/log/consistency",
                    List.of(
                            LOG,
                            new Query("from", integer(1, null), "较小的树的大小 · Size of the smaller tree"),
                            new Query(
                                    "to",
                                    integer(1, null),
                                    "较大的树的大小,默认最新检查点 · Size of the larger tree; of the newest checkpoint by default"))),
            Map.entry(
                    "/api/audit/bundle",
                    List.of(
                            LOG,
                            new Query("from", integer(1, null), "首个位置,默认 1 · First position, 1 by default"),
                            new Query("to", integer(1, null), "末个位置,默认最后 · Last position, the last one by default"))),
            Map.entry(
                    "post /api/operations/projections/{name}/dead-letters/retry",
                    List.of(new Query(
                            "stream",
                            text().example("PET-2cf74d01c40edecf90860c9611b0f004"),
                            "只重试该事件流,默认全部 · This stream only; all by default"))),
            Map.entry("/api/supervision/board", BOARD),
            Map.entry("/api/supervision/board/stream", BOARD),
            Map.entry(
                    "/api/public/petitions",
                    List.of(
                            new Query("q", text().example("猪场"), "全文检索 · Full text"),
                            SECTION,
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            AGENCY,
                            new Query("status", oneOf("awaiting-reply", "in-progress", "done"), "待回复、办理中、已办理 · Tab"),
                            FROM,
                            TO,
                            new Query(
                                    "sort",
                                    oneOf("-publishedAt", "-submittedAt", "-resolvedAt", "relevance"),
                                    "默认按公开时间,有 q 时按相关度 · By publication, or by relevance where q is given"),
                            new Query(
                                    "facets",
                                    text().example("agency,type"),
                                    "agency、domain、type、status、district、section、topic、outcome、conversion,逗号分隔 · Comma-separated"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/public/suggestions",
                    List.of(
                            new Query("q", text().example("公交"), "全文检索 · Full text"),
                            TOPIC,
                            new Query(
                                    "outcome",
                                    constants(SuggestionStanding.values()),
                                    "办理结果,可重复 · How it stands, repeatable"),
                            new Query(
                                    "conversion",
                                    Stream.concat(
                                                    Stream.of("NONE"),
                                                    Arrays.stream(MeasureState.values())
                                                            .map(Enum::name))
                                            .collect(Collectors.collectingAndThen(
                                                    Collectors.toList(), all -> oneOf(all.toArray(String[]::new)))),
                                    "转化情况,可重复;NONE 为未转化 · How far its measure is, repeatable; NONE: not converted"),
                            DOMAIN,
                            DISTRICT,
                            AGENCY,
                            new Query("status", oneOf("awaiting-reply", "in-progress", "done"), "待回复、办理中、已办理 · Tab"),
                            FROM,
                            TO,
                            new Query(
                                    "sort",
                                    oneOf("-publishedAt", "-submittedAt", "-resolvedAt", "relevance"),
                                    "默认按公开时间,有 q 时按相关度 · By publication, or by relevance where q is given"),
                            new Query(
                                    "facets",
                                    text().example("outcome,domain"),
                                    "agency、domain、status、district、topic、outcome、conversion 等,逗号分隔 · Comma-separated"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/public/suggestion-topics",
                    List.of(
                            new Query("state", constants(TopicState.values()), "状态,可重复 · State, repeatable"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry("/api/public/measures", MEASURE_FILTERS),
            Map.entry("/api/suggestions/measures", MEASURE_FILTERS),
            Map.entry(
                    "/api/suggestions/special-reports",
                    List.of(
                            new Query("state", constants(SpecialReportState.values()), "状态,可重复 · State, repeatable"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/suggestions/special-reports/{id}/docx",
                    List.of(new Query(
                            "revision", integer(1, null), "第几稿,默认最后一稿 · The draft; the last one by default"))),
            Map.entry(
                    "/api/public/similar",
                    List.of(
                            new Query(
                                    "text",
                                    text().maxLength(200).example("养猪场臭气扰民"),
                                    "拟提交留言的标题,勿含个人信息 · The title of a petition before it is posted; nothing personal"),
                            MOST_SIMILAR)),
            Map.entry("/api/public/petitions/{id}/similar", List.of(MOST_SIMILAR)),
            Map.entry("/api/petitions/{id}/similar", List.of(MOST_SIMILAR)),
            Map.entry(
                    "/api/public/hot-topics",
                    List.of(
                            FROM,
                            TO,
                            SECTION,
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            new Query("limit", integer(1, 50), "每类条数,默认 10 · How many of each kind, 10 by default"))),
            Map.entry(
                    "/api/public/lookup",
                    List.of(
                            new Query("number", text().example("JY20230306000001"), "留言编号 · Petition number"),
                            new Query("code", text(), "查询码 · Lookup code"))),
            Map.entry("/api/public/statistics", List.of(SECTION, TYPE, DOMAIN, DISTRICT, AGENCY, FROM, TO)),
            Map.entry(
                    "/api/supervision/statistics",
                    List.of(
                            new Query(
                                    "period",
                                    text().example("2023-03"),
                                    "2023、2023-Q1、2023-03、2023-W10 或 2023-03-06;默认不限 · A year, quarter, month, ISO week or day; all time by default"),
                            new Query(
                                    "from", date(), "自选时段的首日,与 to 同时给出 · First day of a period of one's own, with to"),
                            new Query("to", date(), "自选时段的末日(含) · Last day, included"),
                            new Query(
                                    "on",
                                    oneOf("received", "resolved"),
                                    "按提交日(默认)或办结日计入时段 · Counted by the day of submission (default) or of resolution"),
                            new Query(
                                    "by",
                                    oneOf(
                                            "section",
                                            "board",
                                            "type",
                                            "domain",
                                            "district",
                                            "agency",
                                            "limitClass",
                                            "day",
                                            "week",
                                            "month",
                                            "quarter",
                                            "year"),
                                    "分组 · By what groups are formed; none by default"),
                            new Query(
                                    "compare",
                                    text().example("yearOnYear,periodOnPeriod"),
                                    "同比 yearOnYear、环比 periodOnPeriod,逗号分隔;需要时段 · Comma-separated; needs a period"),
                            SECTION,
                            new Query("board", constants(Board.values()), "留言对象,可重复 · Board, repeatable"),
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            AGENCY,
                            new Query(
                                    "limitClass",
                                    constants(LimitClass.values()),
                                    "时限类,可重复 · Limit class, repeatable"))),
            Map.entry(
                    "/api/deadlines/preview",
                    List.of(
                            new Query(
                                    "start",
                                    text().example("2026-11-24"),
                                    "必填:日期,或带时区的时间 · Required: a date, or a moment with an offset"),
                            new Query("section", constants(Section.values()), "栏目 · Section"),
                            new Query("type", constants(PetitionType.values()), "类别 · Type"),
                            new Query("petitionClass", constants(PetitionClass.values()), "分类 · Class"),
                            new Query("limitClass", constants(LimitClass.values()), "时限类 · Limit class"),
                            new Query("urgency", constants(Urgency.values()), "紧急程度 · Urgency"),
                            new Query(
                                    "policy",
                                    text().example("JY-1-3-5-7-15-M"),
                                    "时限策略,与 version 同时给出;默认为起算时生效的 · With version; by default the one in force at the start"),
                            new Query("version", integer(1, null), "版本,与 policy 同时给出 · With policy"))),
            Map.entry(
                    "/api/supervision/orders",
                    Stream.concat(ORDER_FILTERS.stream(), Stream.of(AGENCY)).toList()),
            Map.entry("/api/agencies/{code}/orders", ORDER_FILTERS),
            Map.entry(
                    "/api/supervision/hot-issues",
                    List.of(
                            FROM,
                            TO,
                            SECTION,
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            new Query("limit", integer(1, 50), "条数,默认 10 · How many, 10 by default"))),
            Map.entry(
                    "/api/agencies/{code}/scorecard",
                    List.of(
                            new Query(
                                    "period",
                                    text().example("2023-03"),
                                    "时段,默认本月 · A year, quarter, month, ISO week or day; this month by default"),
                            new Query(
                                    "from", date(), "自选时段的首日,与 to 同时给出 · First day of a period of one's own, with to"),
                            new Query("to", date(), "自选时段的末日(含) · Last day, included"))),
            Map.entry("/api/supervision/rankings", List.of(OF_RANKING)),
            Map.entry("/api/public/rankings", List.of(OF_RANKING)),
            Map.entry(
                    "/api/reports",
                    List.of(
                            new Query("kind", constants(ReportKind.values()), "报表种类,可重复 · Kind, repeatable"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/supervision/proposals",
                    Stream.concat(PROPOSAL_FILTERS.stream(), Stream.of(AGENCY)).toList()),
            Map.entry("/api/agencies/{code}/proposals", PROPOSAL_FILTERS),
            Map.entry(
                    "/api/privacy/erasures",
                    List.of(
                            new Query("state", constants(ErasureState.values()), "状态,可重复 · State, repeatable"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/enterprises",
                    List.of(
                            new Query(
                                    "verification",
                                    constants(Verification.values()),
                                    "认证情况,可重复 · What was found, repeatable"),
                            INDUSTRY,
                            SIZE,
                            DISTRICT,
                            new Query("sort", oneOf("registeredAt", "-registeredAt"), "排序,默认最早的在前 · Order"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/public/policies",
                    List.of(
                            new Query("q", text().example("稳岗补贴"), "全文检索 · Full text"),
                            INDUSTRY,
                            SIZE,
                            DISTRICT,
                            new Query("topic", text().example("融资支持"), "主题,可重复 · Topic, repeatable"),
                            AGENCY,
                            new Query(
                                    "status",
                                    oneOf("valid", "upcoming", "expired", "superseded", "withdrawn"),
                                    "状态,可重复,默认不含已撤回 · Status, repeatable; all but withdrawn by default"),
                            new Query(
                                    "sort",
                                    oneOf("-publishedAt", "-validFrom", "relevance"),
                                    "默认按发布时间,有 q 时按相关度 · By publication, or by relevance where q is given"),
                            new Query(
                                    "facets",
                                    text().example("topic,status"),
                                    "industry、size、district、topic、agency、status,逗号分隔 · Comma-separated"),
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry("/api/public/policies/{id}/questions", List.of(LIMIT, CURSOR, TOTAL, FIELDS)),
            Map.entry("/api/policies/mine", List.of(LIMIT, CURSOR, TOTAL, FIELDS)),
            Map.entry("/api/supervision/instructions", List.of(AGENCY, PETITION, LIMIT, CURSOR, TOTAL, FIELDS)),
            Map.entry(
                    "/api/supervision/media-leads",
                    List.of(
                            new Query("state", constants(MediaLeadState.values()), "状态,可重复 · State, repeatable"),
                            PETITION,
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/petitions/mine",
                    List.of(SECTION, TYPE, DOMAIN, DISTRICT, AGENCY, STATE, FROM, TO, LIMIT, CURSOR, TOTAL, FIELDS)),
            Map.entry(
                    "/api/intake",
                    List.of(
                            new Query(
                                    "bucket",
                                    oneOf(
                                            "toReview",
                                            "awaitingCorrection",
                                            "toDispatch",
                                            "returnRequested",
                                            "extensionRequested",
                                            "coHandlerProposed",
                                            "toConfirm",
                                            "toCallBack",
                                            "ratingChallenged",
                                            "reexamination",
                                            "review",
                                            "dueSoon",
                                            "overdue"),
                                    "可重复;dueSoon 临期、overdue 超期按信访局自身时限 · Repeatable; dueSoon and overdue by the bureau's own deadlines"),
                            SECTION,
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            AGENCY,
                            STATE,
                            FROM,
                            TO,
                            QUEUE_SORT,
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)),
            Map.entry(
                    "/api/agencies/{code}/queue",
                    List.of(
                            new Query(
                                    "bucket",
                                    oneOf("toSign", "handling", "inReview", "returned", "dueSoon", "overdue"),
                                    "可重复;dueSoon 临期、overdue 超期按承办单位时限,协办件同列 · Repeatable; dueSoon and overdue by the agencies' deadlines"),
                            SECTION,
                            TYPE,
                            DOMAIN,
                            DISTRICT,
                            AGENCY,
                            STATE,
                            FROM,
                            TO,
                            QUEUE_SORT,
                            LIMIT,
                            CURSOR,
                            TOTAL,
                            FIELDS)));

    private static final Query JURISDICTION =
            new Query("jurisdiction_id", text(), "可省略;给出时须为本平台的 · May be left out; another than the platform's is 404");

    private static final Map<String, List<Query>> OPEN311 = Map.of(
            "/open311/v2/services.{format}",
            List.of(JURISDICTION),
            "/open311/v2/services/{code}.{format}",
            List.of(JURISDICTION),
            "/open311/v2/requests/{id}.{format}",
            List.of(JURISDICTION),
            "/open311/v2/requests.{format}",
            List.of(
                    JURISDICTION,
                    new Query(
                            "service_request_id",
                            text().example("JY20230306000001"),
                            "逗号分隔,至多 100 个;给出时其余条件不计 · Comma-separated, at most 100; overrides all others"),
                    new Query("service_code", text(), "逗号分隔,默认全部 · Comma-separated; all by default"),
                    new Query(
                            "start_date",
                            text().format("date-time").example("2023-03-01T00:00:00+08:00"),
                            "提交时间起;与 end_date 相隔不超过 90 天,默认最近 90 天"
                                    + " · Submitted at or after; a span of at most 90 days, the last 90 by default"),
                    new Query("end_date", text().format("date-time"), "提交时间止 · Submitted at or before"),
                    new Query("status", oneOf("open", "closed"), "逗号分隔,默认全部 · Comma-separated; all by default"),
                    new Query("page", integer(1, 1000), "页码;只翻阅最新的 1000 件 · Of the newest 1000 only"),
                    new Query(
                            "page_size",
                            integer(1, 1000),
                            "默认 1000,给出 page 时 100 · 1000 by default, 100 where page is given")));

    /** What each operation is for, by path. */
    private static final Map<String, String> SUMMARIES = Map.ofEntries(
            Map.entry("get /open311/discovery.{format}", "Open311 服务发现 · Open311 Service Discovery"),
            Map.entry("get /open311/v2/services.{format}", "Open311 服务事项 · GET Service List"),
            Map.entry("get /open311/v2/services/{code}.{format}", "Open311 服务事项的属性 · GET Service Definition"),
            Map.entry("get /open311/v2/requests.{format}", "Open311 公开留言 · GET Service Requests"),
            Map.entry("get /open311/v2/requests/{id}.{format}", "Open311 一件公开留言 · GET Service Request"),
            Map.entry("post /open311/v2/requests.{format}", "Open311 提交留言(凭 api_key) · POST Service Request"),
            Map.entry("get /api/public/petitions", "公开留言列表 · The public listing"),
            Map.entry("get /api/public/petitions/{id}", "一件公开留言 · One published petition"),
            Map.entry("get /api/public/petitions/{id}/similar", "相似留言 · Similar petitions"),
            Map.entry("get /api/public/similar", "提交前查重 · Published petitions like one not posted yet"),
            Map.entry(
                    "get /api/petitions/{id}/similar",
                    "相似公开留言(本人、受理) · Published petitions like this one (its author, intake)"),
            Map.entry(
                    "get /api/public/hot-topics",
                    "易发多发 · Terms and places that rise against the period of the same length before"),
            Map.entry("get /api/public/lookup", "凭编号和查询码查进度 · Progress by number and lookup code"),
            Map.entry("get /api/public/statistics", "公开数据 · Published figures"),
            Map.entry(
                    "get /api/supervision/statistics",
                    "统计:各项指标和比率,附分子、分母和剔除 · Statistics: measures, and rates with numerator, denominator and exclusions"),
            Map.entry("get /api/public/agencies", "单位目录 · Directory of agencies"),
            Map.entry("post /api/petitions", "提交留言 · Post a petition"),
            Map.entry("get /api/petitions/mine", "我的留言 · The caller's own petitions"),
            Map.entry("get /api/petitions/{id}", "留言档案 · A petition's file"),
            Map.entry(
                    "get /api/petitions/{id}/deadlines",
                    "时限台账 · Every deadline of a petition, with its light and its explanation"),
            Map.entry(
                    "get /api/audit/petitions/{id}/timeline",
                    "办理时间线:经过、时限与由谁办理 · What happened to a petition, against which limits, and who had it in hand"),
            Map.entry("get /api/petitions/{id}/commands", "现在可以做什么 · What the caller may do now, and until when"),
            Map.entry("get /api/petitions/{id}/contact", "查看联系方式(留痕) · Contact data; that it was read is recorded"),
            Map.entry("post /api/petitions/{id}/attachments", "上传附件 · Add a picture"),
            Map.entry("get /api/petitions/{id}/attachments/{attachmentId}", "查看附件 · A picture of a petition's file"),
            Map.entry("get /api/public/petitions/{id}/attachments/{attachmentId}", "查看公开附件 · A published picture"),
            Map.entry("get /api/supervision/assessments", "考核 · The assessments, the newest period first"),
            Map.entry("post /api/supervision/assessments", "开启考核期 · Open the assessment of a period"),
            Map.entry("get /api/supervision/assessments/{id}", "考核详情 · One assessment, with every place"),
            Map.entry(
                    "get /api/supervision/assessments/{id}/agencies/{code}",
                    "单位考核得分逐项计算 · The arithmetic of one agency's points, line by line"),
            Map.entry(
                    "post /api/supervision/assessments/{id}/calculate",
                    "考核计算:冻结数据 · Freeze the figures; may be repeated until somebody objects"),
            Map.entry("post /api/supervision/assessments/{id}/object", "提出异议(单位审核领导) · Object (leader of the agency)"),
            Map.entry("post /api/supervision/assessments/{id}/decide-objection", "异议裁定 · Decide an objection"),
            Map.entry(
                    "post /api/supervision/assessments/{id}/publish",
                    "考核通报:排行榜、红榜、黑榜 · Publish scores, ranking, honour and exposure list"),
            Map.entry(
                    "get /api/supervision/hot-issues",
                    "易发多发问题(按事项和地点归并),附可直接下发的督办件 · What rises, by topic and place, each with the order it can be given"),
            Map.entry(
                    "get /api/agencies/{code}/scorecard",
                    "单位记分卡 · An agency's queue, orders, rates and rank on one page"),
            Map.entry("get /api/supervision/rankings", "排行榜 · The ranking of a period, or the last one"),
            Map.entry("get /api/public/rankings", "公开的排行榜 · The ranking, where it is public"),
            Map.entry("get /api/reports", "报表 · The reports, the newest first"),
            Map.entry("post /api/reports", "生成报表(督办员、信访局领导) · Generate a report (supervisor, bureau leader)"),
            Map.entry("get /api/reports/{id}", "报表内容 · One report, its tables and charts as data"),
            Map.entry("get /api/reports/{id}/xlsx", "报表(工作簿) · One report as a workbook"),
            Map.entry("get /api/reports/{id}/docx", "报表(文档) · One report as a document"),
            Map.entry("get /api/public/suggestions", "建言献策及其办理结果 · The suggestions with their outcomes"),
            Map.entry(
                    "get /api/public/suggestion-topics",
                    "征集专题及建议数 · The topics of solicitation, with what came of them"),
            Map.entry("get /api/public/suggestion-topics/{id}", "征集专题及集中反馈 · One topic, with its collective feedback"),
            Map.entry("get /api/suggestions/topics/{id}", "征集专题(含版本) · One topic, with its version"),
            Map.entry(
                    "post /api/suggestions/topics", "开启征集专题(受理员、信访局领导) · Open a topic (intake officer, bureau leader)"),
            Map.entry("get /api/public/measures", "转化措施 · The measures that suggestions became"),
            Map.entry("get /api/public/measures/{id}", "转化措施详情 · One measure, with what was told of it"),
            Map.entry(
                    "get /api/suggestions/measures",
                    "转化措施(承办单位只见本单位的) · The measures, for officers; an agency sees its own"),
            Map.entry("get /api/suggestions/measures/{id}", "转化措施(含版本) · One measure, with its version"),
            Map.entry("post /api/suggestions/measures", "转化建议(信访局领导) · Convert suggestions (bureau leader)"),
            Map.entry("get /api/suggestions/special-reports", "专项情况报告 · The special reports"),
            Map.entry(
                    "post /api/suggestions/special-reports",
                    "起草专项情况报告(受理员、信访局领导) · Draft a special report (intake officer, bureau leader)"),
            Map.entry("get /api/suggestions/special-reports/{id}", "专项情况报告内容 · One special report, whole"),
            Map.entry(
                    "get /api/suggestions/special-reports/{id}/docx", "专项情况报告(文档) · One special report as a document"),
            Map.entry("get /api/supervision/orders", "督办件 · The supervision orders"),
            Map.entry("post /api/supervision/orders", "拟办督办件(督办员、信访局领导) · Draft an order (supervisor, bureau leader)"),
            Map.entry("get /api/supervision/orders/{id}", "督办件详情 · One order, with everything that happened to it"),
            Map.entry(
                    "post /api/supervision/orders/{id}/documents",
                    "上传扫描件(督办员、信访局领导) · Send a scanned document in (supervisor, bureau leader)"),
            Map.entry("get /api/supervision/orders/{id}/documents/{document}", "查看扫描件 · A scanned document"),
            Map.entry("get /api/agencies/{code}/orders", "单位督办件 · The orders to an agency"),
            Map.entry("get /api/supervision/proposals", "三项建议 · The proposals to agencies"),
            Map.entry("post /api/supervision/proposals", "提出建议(信访局领导) · Issue a proposal (bureau leader)"),
            Map.entry(
                    "get /api/supervision/proposals/{id}", "建议详情 · One proposal, with everything that happened to it"),
            Map.entry(
                    "post /api/supervision/proposals/{id}/documents",
                    "上传反馈扫描件(被建议单位) · Send a scanned letter in (the addressed agency)"),
            Map.entry("get /api/supervision/proposals/{id}/documents/{document}", "查看反馈扫描件 · A scanned letter"),
            Map.entry("get /api/agencies/{code}/proposals", "单位收到的建议 · The proposals to an agency"),
            Map.entry("get /api/supervision/instructions", "领导批示 · The leaders' instructions"),
            Map.entry("post /api/supervision/instructions", "批示(市领导) · Instruct agencies (city leader)"),
            Map.entry("get /api/supervision/instructions/{id}", "批示详情 · One instruction, and how its orders stand"),
            Map.entry("get /api/supervision/media-leads", "媒体线索 · The media leads"),
            Map.entry(
                    "post /api/supervision/media-leads",
                    "向媒体提供线索(督办员、信访局领导) · Offer a published petition to the media (supervisor, bureau leader)"),
            Map.entry("get /api/supervision/media-leads/{id}", "线索详情 · One lead, with its reports"),
            Map.entry("get /api/intake", "受理队列 · The bureau's queue"),
            Map.entry("get /api/agencies/{code}/queue", "单位队列 · An agency's queue"),
            Map.entry("get /api/public/stream", "公开动态 · Live: publications, replies, resolutions, policies"),
            Map.entry("get /api/public/policies", "享政策 · The policies for enterprises"),
            Map.entry("get /api/public/policies/{id}", "政策详情 · One policy, withdrawn ones too"),
            Map.entry("get /api/public/policies/{id}/history", "政策沿革 · Everything that happened to a policy"),
            Map.entry("get /api/public/policies/{id}/questions", "政策问答 · Answered inquiries about a policy"),
            Map.entry(
                    "post /api/policies",
                    "发布政策(信访局、发布单位审核领导) · Publish a policy (bureau, leader of the issuing agency)"),
            Map.entry("get /api/policies/mine", "推送给我的政策 · The policies that were brought to the caller"),
            Map.entry("get /api/accounts/me/policy-subscription", "我的政策订阅 · What the caller is subscribed to"),
            Map.entry("post /api/accounts/me/policy-subscription", "订阅政策 · Subscribe to policies"),
            Map.entry("post /api/accounts/me/policy-subscription/end", "退订政策 · Unsubscribe"),
            Map.entry("get /api/petitions/{id}/stream", "一件留言的动态 · Live: what happens to one petition"),
            Map.entry("get /api/agencies/{code}/queue/stream", "单位队列动态 · Live: what an agency has in hand"),
            Map.entry("get /api/intake/stream", "受理动态 · Live: what comes to the bureau's desks and leaves them"),
            Map.entry(
                    "get /api/supervision/stream",
                    "督办动态 · Live: lights, missed deadlines, more time, reopenings, supervision orders"),
            Map.entry(
                    "get /api/supervision/board",
                    "督办看板 · The board: green, yellow, red and orders by agency and district; the oldest overdue first"),
            Map.entry("get /api/supervision/board/stream", "督办看板实时更新 · Live: the board, and what changes on it"),
            Map.entry(
                    "post /api/agencies/{code}/merge",
                    "合并单位 · Merge an agency: its successor takes over what it has in hand"),
            Map.entry("get /api/calendar", "工作日历 · The working calendar"),
            Map.entry("get /api/calendar/{year}", "工作日历的一年 · One year of the calendar"),
            Map.entry(
                    "post /api/calendar/{year}/import",
                    "导入一年的放假通知(信访局领导、系统管理员) · Import a year's notice (bureau leader, system administrator)"),
            Map.entry(
                    "post /api/calendar/{year}/correct",
                    "更正已导入的一年(信访局领导、系统管理员) · Correct an imported year (bureau leader, system administrator)"),
            Map.entry("get /api/deadline-policies", "时限策略 · The deadline policies"),
            Map.entry("get /api/deadline-policies/{code}/{version}", "一版时限策略 · One version of a policy"),
            Map.entry("post /api/deadline-policies", "发布时限策略(信访局领导) · Publish a policy (bureau leader)"),
            Map.entry(
                    "post /api/deadline-policies/{code}/{version}/retire",
                    "停用尚未生效的时限策略(信访局领导) · Cancel a policy before it takes effect (bureau leader)"),
            Map.entry("get /api/deadlines/preview", "试算时限 · What the deadlines would be, without a petition"),
            Map.entry(
                    "post /api/deadlines/what-if",
                    "假设推演(信访局领导、督办员、审计员) · What would have become of a past period under other rules (bureau leader,"
                            + " supervisor, auditor)"),
            Map.entry("get /api/audit/events", "事件日志 · The log in order, as pages or as lines"),
            Map.entry("get /api/audit/petitions/{id}", "一件留言的全部事件 · Every event of one petition"),
            Map.entry("get /api/audit/access", "访问日志 · Who read whose personal data, and who did what"),
            Map.entry(
                    "get /api/audit/log/checkpoint",
                    "最新检查点 · The newest signed head of the tree (C2SP tlog-checkpoint)"),
            Map.entry("post /api/audit/log/checkpoint", "立即签署检查点 · Sign what is there now"),
            Map.entry("get /api/audit/log/key", "公钥 · The public key, as signed notes have it"),
            Map.entry("get /api/audit/log/inclusion", "包含证明 · Proof that an event is in the log (RFC 9162)"),
            Map.entry(
                    "get /api/audit/log/consistency",
                    "一致性证明 · Proof that nothing was altered between two heads (RFC 9162)"),
            Map.entry("get /api/audit/bundle", "审计包 · Events of a range with their proofs, to verify elsewhere"),
            Map.entry("post /api/privacy/erasures", "申请删除个人信息 · Ask for the erasure of a person's data"),
            Map.entry("get /api/privacy/erasures", "删除申请名单 · The erasures that were asked for"),
            Map.entry("get /api/privacy/erasures/{id}", "删除申请 · How an erasure stands"),
            Map.entry(
                    "get /api/operations/projections",
                    "读模型的运行状态 · Where the read models are, what they hold and hold back"),
            Map.entry("get /api/operations/projections/{name}", "一个读模型的运行状态 · Where one read model is"),
            Map.entry(
                    "post /api/operations/projections/{name}/rebuild",
                    "重建读模型,期间照常可读 · Build a read model again beside itself, while it is read"),
            Map.entry(
                    "post /api/operations/projections/{name}/digest", "计算读模型的摘要 · Digest what a read model holds now"),
            Map.entry(
                    "get /api/operations/projections/{name}/dead-letters",
                    "读模型搁置的事件 · The streams that a read model holds back"),
            Map.entry(
                    "post /api/operations/projections/{name}/dead-letters/retry",
                    "重试搁置的事件 · Try again what a read model holds back"),
            Map.entry("post /api/operations/backup", "备份日志 · Back the log up while the platform runs"),
            Map.entry("post /api/accounts", "注册 · Open an account"),
            Map.entry("get /api/enterprises", "企业名单 · The enterprises' accounts"),
            Map.entry(
                    "post /api/enterprises",
                    "企业注册,未通过认证后可再次提交 · Open an enterprise's account, or give its particulars again"),
            Map.entry("post /api/enterprises/me/profile", "企业概况变更 · Change industry, size and district"),
            Map.entry(
                    "get /api/enterprises/{id}/particulars",
                    "查看认证材料,查看会被记录 · The particulars to be verified; recorded in the log"),
            Map.entry("post /api/enterprises/{id}/verify", "企业认证通过 · Verify an enterprise"),
            Map.entry("post /api/enterprises/{id}/refuse", "企业认证不通过 · Refuse to verify an enterprise"),
            Map.entry("get /api/accounts/me", "我的账号 · The caller's account"),
            Map.entry("post /api/accounts/me/phone-code", "获取验证码 · Ask for a phone code"),
            Map.entry("post /api/accounts/me/confirm-phone", "验证手机号 · Confirm the phone"),
            Map.entry("post /api/accounts/me/accept-notice", "同意隐私告知 · Accept the privacy notice in force"),
            Map.entry("post /api/accounts/me/cancel", "注销账号 · Cancel the account"),
            Map.entry("post /api/accounts/{id}/freeze", "冻结账号 · Freeze an account"),
            Map.entry("post /api/accounts/{id}/unfreeze", "解冻账号 · Unfreeze an account"));

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    ModelResolver modelResolver(SchemaNames names, ObjectMapperProvider mapper) {
        return new ModelResolver(mapper.jsonMapper(), names).openapi31(true);
    }

    @Bean
    OpenApiCustomizer contract(PlatformProperties properties, SchemaNames names) {
        return api -> {
            api.setInfo(new Info()
                    .title("回应 Huiying")
                    .version("0.1")
                    .description(
                            "揭阳“急难愁盼我来办”网上留言平台接口。时间一律带 +08:00;错误一律为 application/problem+json。"
                                    + " · The people's-message platform. Times carry +08:00; errors are application/problem+json.")
                    .contact(new Contact().name("揭阳市信访局 · Jieyang Petition Bureau"))
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            api.setServers(List.of(new Server()
                    .url("/")
                    .description("本平台,生产或本机 · This platform, production or local")
                    .extensions(Map.of("x-internal", false))));
            security(api);
            api.getComponents().addSchemas("Problem", problem());
            OpenApiAnswers.share(api.getComponents());
            PathItem template = api.getPaths().remove("/api/petitions/{id}/{command}");
            ApiResponse outcome = template.getPost().getResponses().get("200");
            PetitionActions.bySlug().forEach((slug, command) -> {
                PetitionAction action = PetitionActions.of(command);
                if (!action.ownDoor() && action.roles()[0] != Role.SYSTEM) {
                    api.getPaths()
                            .addPathItem(
                                    "/api/petitions/{id}/" + slug,
                                    action(
                                            slug,
                                            action.chinese(),
                                            action.roles(),
                                            "petition-commands",
                                            "PET-2cf74d01c40edecf90860c9611b0f004",
                                            body(command, properties),
                                            outcome));
                    api.getPaths().get("/api/petitions/{id}/" + slug).getPost().setOperationId(slug + "-petition");
                }
            });
            assessments(api, properties);
            reports(api, properties);
            for (DossierKind kind : SupervisionKind.ALL) {
                dossier(api, kind, "supervision-commands", properties);
            }
            dossier(api, PolicyKind.POLICY, "policy-commands", properties);
            api.getPaths()
                    .get("/api/accounts/me/policy-subscription")
                    .getPost()
                    .setRequestBody(body(SubscribeToPolicies.class, properties));
            for (DossierKind kind : SuggestionKind.ALL) {
                dossier(api, kind, "suggestion-commands", properties);
            }
            dossier(api, ErasureKind.ERASURE, "privacy-commands", properties);
            audit(api);
            specialReports(api);
            api.getPaths().get("/api/petitions").getPost().setRequestBody(body(SubmitPetition.class, properties));
            api.getPaths().get("/api/accounts").getPost().setRequestBody(body(RegisterCitizen.class, properties));
            api.getPaths().get("/api/enterprises").getPost().setRequestBody(body(RegisterEnterprise.class, properties));
            api.getPaths()
                    .get("/api/enterprises/me/profile")
                    .getPost()
                    .setRequestBody(body(ChangeEnterpriseProfile.class, properties));
            api.getPaths()
                    .get("/api/agencies/{code}/merge")
                    .getPost()
                    .setRequestBody(body(MergeAgency.class, properties));
            api.getPaths()
                    .get("/api/calendar/{year}/import")
                    .getPost()
                    .setRequestBody(body(ImportCalendarYear.class, properties));
            api.getPaths()
                    .get("/api/calendar/{year}/correct")
                    .getPost()
                    .setRequestBody(body(CorrectCalendarYear.class, properties));
            api.getPaths().get("/api/deadline-policies").getPost().setRequestBody(policy(properties));
            // Else what only names a policy would be a whole one too.
            Schema<?> policy = api.getComponents().getSchemas().get("DeadlinePolicy");
            policy.setRequired(List.of("checkpoints"));
            policy.setAdditionalProperties(false);
            RequestBody retire = body(RetireDeadlinePolicy.class, properties);
            // The version stands in the path.
            schemaOf(retire).getProperties().remove("version");
            api.getPaths()
                    .get("/api/deadline-policies/{code}/{version}/retire")
                    .getPost()
                    .setRequestBody(retire);
            whatIf(api.getPaths().get("/api/deadlines/what-if").getPost());
            pictures(api);
            OpenApiExamples examples = new OpenApiExamples();
            api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                String key = method.name().toLowerCase(java.util.Locale.ROOT) + " " + path;
                if (SUMMARIES.containsKey(key)) {
                    operation.setSummary(SUMMARIES.get(key));
                }
                if (path.startsWith("/open311/")) {
                    open311(path, method, operation);
                } else {
                    finish(path, method, operation);
                    if (path.endsWith("/stream")) {
                        live(operation);
                    }
                    if (path.equals("/api/supervision/board/stream")) {
                        operation
                                .getResponses()
                                .get("200")
                                .setDescription(
                                        "Server-Sent Events:id 为日志位置;snapshot 为整个看板,patch 为有变化的行(取代同代码的行,"
                                                + "全为零的行移除;overdue 为空则不变);无法续传时重发 snapshot"
                                                + " · The id is the position in the log; snapshot is the whole board; in a patch each row"
                                                + " stands in place of the one of its code, a row of zeros is gone, and overdue is the"
                                                + " whole list or null where it stays; a new snapshot where a position can't be served");
                    }
                    OpenApiAnswers.complete(path, method, operation);
                }
                if (operation.getDescription() == null) {
                    operation.setDescription(operation.getSummary());
                }
                operation.getResponses().values().stream()
                        .filter(answer -> "OK".equals(answer.getDescription()))
                        .forEach(answer -> answer.setDescription("成功 · Done"));
                examples.show(path, method, operation);
            }));
            // The type behind the question of a what-if, whose body is described above.
            api.getComponents().getSchemas().remove("JsonNode");
            names.nulls(api.getComponents());
            new OpenApiDescriptions().describe(api);
            OpenApiLimits.bound(api);
        };
    }

    private static void security(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("声明 sub、roles,以及 agency(单位)或 district(县区);按 RFC8725 校验"
                                        + " · Claims sub, roles, and agency or district; verified as RFC8725 asks"));
        api.getComponents()
                .addSecuritySchemes(
                        "local",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description(
                                        "仅供本机:客户端即角色,如 intake-officer;同样按 RFC8725 校验 · Local use only: the client id is the role; verified by RFC8725 too")
                                .flows(new OAuthFlows()
                                        .clientCredentials(new OAuthFlow()
                                                .tokenUrl("/oauth2/token")
                                                .scopes(new Scopes()))));
    }

    private static PathItem action(
            String slug, String chinese, Role[] roles, String tag, String id, RequestBody body, ApiResponse outcome) {
        Operation operation = new Operation()
                .addTagsItem(tag)
                .summary(chinese + " · " + slug)
                .description(
                        "角色 · Roles: " + Arrays.stream(roles).map(Role::name).collect(Collectors.joining(", ")))
                .addParametersItem(
                        new Parameter().in("path").name("id").required(true).schema(text().example(id)))
                .addParametersItem(header(
                        "If-Match", "所见版本的 ETag,或 *;群众可省略 · The ETag that was seen, or *; authors may leave it out"))
                .addParametersItem(header("Idempotency-Key", "重复的请求得到同一回答 · A repeated request gets the same answer"))
                .requestBody(body)
                .responses(new ApiResponses().addApiResponse("200", outcome));
        return new PathItem().post(operation);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(text());
    }

    private static RequestBody body(Class<?> command, PlatformProperties properties) {
        Schema<?> schema = new Schema<>();
        schema.addType("object");
        schema.setAdditionalProperties(false);
        for (RecordComponent component : command.getRecordComponents()) {
            String name = component.getName();
            if (GIVEN_BY_THE_DOOR.contains(name)) {
                continue;
            }
            schema.addProperty(name, property(component, properties));
            if (component.getAccessor().isAnnotationPresent(NotNull.class)
                    || component.getAccessor().isAnnotationPresent(NotBlank.class)) {
                schema.addRequiredItem(name);
            }
        }
        return new RequestBody()
                .required(schema.getRequired() != null)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static Schema<?> schemaOf(RequestBody body) {
        return body.getContent().get("application/json").getSchema();
    }

    private static void assessments(OpenAPI api, PlatformProperties properties) {
        String one = "/api/supervision/assessments/{id}/";
        RequestBody opening = body(AssessmentOpening.class, properties);
        schemaOf(opening)
                .addProperty(
                        "period",
                        text().example("2023-03").description("考核期:年、季、月、周或日 · A year, quarter, month, week or day"));
        schemaOf(opening).addProperty("scheme", new Schema<>().$ref("#/components/schemas/AssessmentScheme"));
        api.getPaths().get("/api/supervision/assessments").getPost().setRequestBody(opening);
        // The agency is the caller's own.
        RequestBody objection = body(FileObjection.class, properties);
        schemaOf(objection).getProperties().remove("agency");
        api.getPaths().get(one + "object").getPost().setRequestBody(objection);
        RequestBody decision = body(DecideObjection.class, properties);
        Schema<?> corrections = new Schema<>();
        corrections.addType("object");
        corrections.setAdditionalProperties(integer(null, null));
        schemaOf(decision).addProperty("corrections", corrections);
        api.getPaths().get(one + "decide-objection").getPost().setRequestBody(decision);
        api.getPaths().get(one + "publish").getPost().setRequestBody(body(PublishAssessment.class, properties));
    }

    private static void reports(OpenAPI api, PlatformProperties properties) {
        Operation generate = api.getPaths().get("/api/reports").getPost();
        generate.setDescription(
                "时段未结束的标为阶段性数据;数据未变时,再次生成得到同一报表"
                        + " · A period that is not over is marked preliminary; while the figures are the same, so is the report");
        RequestBody order = body(ReportOrder.class, properties);
        Schema<?> topic = object("title");
        topic.addProperty("title", text().minLength(1).maxLength(30));
        topic.addProperty("sections", list(constants(Section.values())));
        topic.addProperty("types", list(constants(PetitionType.values())));
        topic.addProperty("domains", list(text().example("环保")).description("领域,空为不限 · Fields of life; empty for all"));
        topic.addProperty(
                "districts", list(text().example("445224")).description("县区代码,空为不限 · GB/T 2260 codes; empty for all"));
        schemaOf(order).addProperty("topic", topic);
        schemaOf(order)
                .addProperty(
                        "period",
                        text().example("2023-03")
                                .description(
                                        "随报表种类:2023-03-06、2023-W10、2023-03、2023;专题报告也可给出 from 和 to"
                                                + " · A day, ISO week, month or year, as the kind is; a special topic may give from and to instead"));
        generate.setRequestBody(order);
        Map.of("xlsx", "spreadsheetml.sheet", "docx", "wordprocessingml.document")
                .forEach((form, type) -> api.getPaths()
                        .get("/api/reports/{id}/" + form)
                        .getGet()
                        .getResponses()
                        .get("200")
                        .setContent(new Content()
                                .addMediaType(
                                        "application/vnd.openxmlformats-officedocument." + type,
                                        new MediaType().schema(text().format("binary")))));
    }

    /** A built-in policy by its name, or a whole one. */
    private static RequestBody policy(PlatformProperties properties) {
        RequestBody body = body(BuiltInPolicy.class, properties);
        Schema<?> either = new Schema<>();
        either.addOneOfItem(schemaOf(body));
        either.addOneOfItem(new Schema<>().$ref("#/components/schemas/DeadlinePolicy"));
        body.getContent().get("application/json").setSchema(either);
        return body;
    }

    /** A question in a body, so the only POST that changes nothing. */
    private static void whatIf(Operation operation) {
        operation.setDescription("只读:不改变任何数据;问题放在请求体中,因其可含整套时限策略。policy 和 calendar 均省略时按当时的规则重算,与记录对照。"
                + " · Changes nothing: a POST because the question may hold a whole policy. Without policy and calendar the"
                + " period is computed again under the rules of the time, to be held against the record.");
        Schema<?> published = object("code", "version");
        published.addProperty("code", text().example("JY-1-3-5-7-15-H"));
        published.addProperty("version", integer(1, null));
        Schema<?> builtIn = object("builtIn", "version");
        builtIn.addProperty("builtIn", text().example("JY-1-3-5-7-15-M"));
        builtIn.addProperty("version", integer(1, null));
        Schema<?> policy = new Schema<>();
        policy.setDescription(
                "代替当时生效的策略,无论其自称何时生效 · In place of those in force, whenever it says that it takes effect");
        policy.addOneOfItem(published);
        policy.addOneOfItem(builtIn);
        policy.addOneOfItem(new Schema<>().$ref("#/components/schemas/DeadlinePolicy"));
        Schema<?> year = object("year", "off", "worked", "notice");
        year.addProperty("year", integer(2000, 2099));
        year.addProperty("off", list(date()));
        year.addProperty("worked", list(date()));
        year.addProperty("notice", text());
        Schema<?> question = object("from", "to");
        question.addProperty("from", date().description("提交日期起(含) · Submitted on or after"));
        question.addProperty("to", date().description("提交日期止(含),至多366天 · Submitted on or before; at most 366 days"));
        question.addProperty(
                "asOf",
                text().format("date-time").description("以何时为准,默认现在 · The moment of the verdicts, now by default"));
        question.addProperty("policy", policy);
        question.addProperty("calendar", list(year).description("代替已知的年份 · Years in place of those that were known"));
        question.addProperty(
                "changes",
                list(oneOf("BECOMES_OVERDUE", "IS_NO_LONGER_OVERDUE", "MOVES_ONLY", "APPEARS", "FALLS_AWAY"))
                        .description("只列出这些差异,默认全部 · Only these are listed; all by default"));
        question.addProperty("limit", integer(1, 1000).description("列出条数,默认 100 · 100 by default"));
        Schema<?> explanations = new Schema<>();
        explanations.addType("boolean");
        question.addProperty("explanations", explanations.description("附时限说明 · Explains each due moment"));
        operation.setRequestBody(new RequestBody()
                .required(true)
                .content(new Content().addMediaType("application/json", new MediaType().schema(question))));
        operation.addParametersItem(
                header("Petition-Min-Position", "至多等 2 秒,直到日志到达该位置 · Waits up to 2 s for this position"));
    }

    /** Each command on one kind of dossier has its own path and body. */
    private static void dossier(OpenAPI api, DossierKind kind, String tag, PlatformProperties properties) {
        PathItem template = api.getPaths().remove(kind.path() + "/{id}/{command}");
        kind.commands().forEach((slug, command) -> api.getPaths()
                .addPathItem(
                        kind.path() + "/{id}/" + slug,
                        action(
                                slug,
                                DossierKind.actionOf(command).chinese(),
                                DossierKind.actionOf(command).roles(),
                                tag,
                                kind.exampleId(),
                                body(command, properties),
                                template.getPost().getResponses().get("200"))));
        api.getPaths().get(kind.path()).getPost().setRequestBody(body(kind.creating(), properties));
    }

    /** None of its lists is required. */
    private static Schema<?> tags() {
        Schema<?> tags = new Schema<>();
        tags.addType("object");
        tags.setAdditionalProperties(false);
        tags.addProperty("industries", list(constants(Industry.values())));
        tags.addProperty("sizes", list(constants(EnterpriseSize.values())));
        tags.addProperty("districts", list(text().example("445224")));
        tags.addProperty("topics", list(text().example("融资支持")));
        return tags;
    }

    /** What is written by the doors themselves: lines, and a file. */
    private static void audit(OpenAPI api) {
        for (String stored : List.of("payload", "metadata")) {
            Schema<?> object = new Schema<>();
            object.addType("object");
            api.getComponents().getSchemas().get("LoggedEvent").addProperty(stored, object);
        }
        answered(api, "/api/audit/events")
                .getContent()
                .addMediaType(
                        "application/x-ndjson",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/LoggedEvent")));
        Schema<?> file = new Schema<>();
        file.addType("string");
        answered(api, "/api/audit/bundle")
                .setContent(
                        new Content().addMediaType("application/zip", new MediaType().schema(file.format("binary"))));
    }

    private static ApiResponse answered(OpenAPI api, String path) {
        return api.getPaths().get(path).getGet().getResponses().get("200");
    }

    private static void specialReports(OpenAPI api) {
        String reports = SuggestionKind.SPECIAL_REPORT.path();
        Schema<?> theme = object("name");
        theme.addProperty("name", text().minLength(2).maxLength(30).example("公共交通"));
        theme.addProperty(
                "of",
                list(text().example("交通"))
                        .description(
                                "归入的平台主题,默认为同名主题 · The platform's themes that belong here; its own name by default"));
        theme.addProperty(
                "suggestions",
                list(text().example(PETITION.schema().getExample()))
                        .description("单独归入的建议 · Suggestions that belong here whatever their theme"));
        theme.addProperty(
                "representatives",
                list(text().example(PETITION.schema().getExample()))
                        .description(
                                "代表性建议,须已公开;默认由平台选取 · Published ones that stand for the others; the platform's choice by default"));
        theme.addProperty("analysis", text().maxLength(4000).description("分析 · What they have in common"));
        theme.addProperty("recommendations", text().maxLength(4000).description("工作建议 · What should be done"));
        Schema<?> themes = list(theme);
        themes.setMaxItems(50);
        themes.setDescription("分组;未列入的建议由平台按专题或者领域归组 · Groups; what none names is grouped by topic or field of life");
        for (String path : List.of(reports, reports + "/{id}/revise")) {
            schemaOf(api.getPaths().get(path).getPost().getRequestBody()).addProperty("themes", themes);
        }
        api.getPaths()
                .get(reports)
                .getPost()
                .setDescription("该时段没有已受理的建议时拒绝;数字和代表性文本以起草时为准,修改时更新"
                        + " · Refused where no suggestion of the period was accepted; the numbers and texts are those of the"
                        + " moment, and are renewed by each revision");
        api.getPaths()
                .get(reports + "/{id}/docx")
                .getGet()
                .getResponses()
                .get("200")
                .setContent(new Content()
                        .addMediaType(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                new MediaType().schema(text().format("binary"))));
    }

    private static void pictures(OpenAPI api) {
        Operation upload = api.getPaths().get("/api/petitions/{id}/attachments").getPost();
        upload.setDescription("办结前由留言人上传;每件最多 5 张,每张最大 5 MB;以内容判断类型,拍摄地点等元数据会被删除。"
                + " · By the author until the petition is resolved; at most 5 of 5 MB each. The content decides the type, and"
                + " metadata such as the place is taken out.");
        upload.setRequestBody(new RequestBody().required(true).content(picture()));
        Schema<?> bool = new Schema<>();
        bool.addType("boolean");
        upload.addParametersItem(new Parameter()
                .in("query")
                .name("public")
                .description("是否随留言公开,默认不公开 · Whether the public is to see it with the petition, false by default")
                .schema(bool));
        Stream.of("/api/supervision/orders/{id}/documents", "/api/supervision/proposals/{id}/documents")
                .forEach(path -> api.getPaths()
                        .get(path)
                        .getPost()
                        .setRequestBody(new RequestBody().required(true).content(picture())));
        Stream.of(
                        "/api/supervision/orders/{id}/documents/{document}",
                        "/api/supervision/proposals/{id}/documents/{document}",
                        "/api/petitions/{id}/attachments/{attachmentId}",
                        "/api/public/petitions/{id}/attachments/{attachmentId}")
                .map(path -> api.getPaths().get(path).getGet())
                .forEach(operation -> operation.getResponses().get("200").setContent(picture()));
    }

    private static Content picture() {
        MediaType bytes = new MediaType().schema(text().format("binary"));
        return new Content().addMediaType("image/jpeg", bytes).addMediaType("image/png", bytes);
    }

    private static Schema<?> object(String... required) {
        Schema<?> object = new Schema<>();
        object.addType("object");
        object.setAdditionalProperties(false);
        object.setRequired(List.of(required));
        return object;
    }

    private static final Map<String, String> LIST_EXAMPLES = Map.of(
            "petitions", PETITION.schema().getExample().toString(),
            "orders", ORDER_ID,
            "suggestions", PETITION.schema().getExample().toString(),
            "agencies", AGENCY.schema().getExample().toString());

    private static Schema<?> property(RecordComponent component, PlatformProperties properties) {
        Class<?> type = component.getType();
        if (type == Sealed.class) {
            PlatformProperties.Length length = properties
                    .textLimits()
                    .getOrDefault(component.getName(), properties.textLimits().get("default"));
            return text().minLength(length.min()).maxLength(length.max()).description("加密保存 · Kept sealed");
        }
        if (type.isEnum()) {
            return constants((Enum<?>[]) type.getEnumConstants());
        }
        if (component.getName().equals("version")) {
            return integer(1, null);
        }
        if (type == Integer.class) {
            Min min = component.getAccessor().getAnnotation(Min.class);
            Max max = component.getAccessor().getAnnotation(Max.class);
            return integer((int) min.value(), max == null ? null : (int) max.value());
        }
        if (type == List.class) {
            return list(
                    LIST_EXAMPLES.containsKey(component.getName())
                            ? text().example(LIST_EXAMPLES.get(component.getName()))
                            : text());
        }
        if (type == PolicyTags.class) {
            return tags();
        }
        if (type == PolicyId.class) {
            return text().example(PolicyKind.POLICY.exampleId());
        }
        if (type == SortedSet.class) {
            return list(date());
        }
        if (type == Instant.class) {
            return text().format("date-time").example("2027-01-01T00:00:00+08:00");
        }
        if (type == LocalDate.class) {
            return date();
        }
        if (type == URI.class) {
            return text().format("uri").maxLength(500).example("https://news.example/2026/12/1");
        }
        if (type == Boolean.class) {
            Schema<?> bool = new Schema<>();
            bool.addType("boolean");
            return bool;
        }
        Size size = component.getAccessor().getAnnotation(Size.class);
        Schema<?> text = text();
        return size == null ? text : text.minLength(size.min()).maxLength(size.max());
    }

    private static void finish(String path, PathItem.HttpMethod method, Operation operation) {
        QUERIES.getOrDefault(method == PathItem.HttpMethod.GET ? path : "post " + path, List.of())
                .forEach(query -> operation.addParametersItem(new Parameter()
                        .in("query")
                        .name(query.name())
                        .description(query.description())
                        .schema(query.schema())));
        boolean past = method == PathItem.HttpMethod.GET && LOOKING_BACK.contains(path);
        if (past) {
            operation.addParametersItem(new Parameter()
                    .in("query")
                    .name(AsOf.PARAMETER)
                    .description("当时的情况:日志位置,或带时区偏移的时刻;限信访局领导、督办员、审计员"
                            + " · How things stood: a position in the log, or a moment with its offset; for the"
                            + " bureau's leader, supervisors and auditors")
                    .schema(text().example("2023-03-06T09:00:00+08:00")));
        }
        if (path.startsWith("/api/public/")) {
            operation.setSecurity(new java.util.ArrayList<>());
            if (past) {
                operation.addSecurityItem(new SecurityRequirement());
                operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
                operation.addSecurityItem(new SecurityRequirement().addList("local"));
            }
        } else {
            operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
            operation.addSecurityItem(new SecurityRequirement().addList("local"));
        }
        if (method == PathItem.HttpMethod.GET) {
            operation.addParametersItem(
                    header("Petition-Min-Position", "至多等 2 秒,直到数据到达该位置 · Waits up to 2 s for this position"));
        }
        if (operation.getOperationId() == null
                || !path.startsWith("/api/petitions/{id}/")
                || method == PathItem.HttpMethod.GET) {
            operation.setOperationId(name(method, path));
        }
    }

    /** Of what the door is, not of how its class happens to call it: {@code get-agencies-queue}. */
    private static String name(PathItem.HttpMethod method, String path) {
        return Stream.concat(
                        Stream.of(method.name().toLowerCase(java.util.Locale.ROOT)),
                        Arrays.stream(path.split("/")).filter(part -> !part.isEmpty() && !part.equals("api")))
                .map(part -> part.replace("{", "by-").replace("}", ""))
                .collect(Collectors.joining("-"));
    }

    /** A protocol of its own, with its own forms and errors. */
    private static void open311(String path, PathItem.HttpMethod method, Operation operation) {
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("format"))
                .forEach(parameter -> parameter.setSchema(oneOf("json", "xml")));
        if (method == PathItem.HttpMethod.GET) {
            OPEN311.getOrDefault(path, List.of())
                    .forEach(query -> operation.addParametersItem(new Parameter()
                            .in("query")
                            .name(query.name())
                            .description(query.description())
                            .schema(query.schema())));
        } else {
            Schema<?> form = object("api_key", "service_code", "description", "attribute[district]");
            form.setAdditionalProperties(true);
            form.setDescription("地点须给出 address_string,或 lat 与 long;姓名、电话、邮箱等不读取,以 api_key 的账号为准"
                    + " · A place is needed: address_string, or lat and long; names, phones and e-mails are not read, the"
                    + " account of the api_key has them");
            Stream.of(
                            "api_key",
                            "jurisdiction_id",
                            "service_code",
                            "description",
                            "address_string",
                            "lat",
                            "long",
                            "attribute[district]",
                            "attribute[title]")
                    .forEach(name -> form.addProperty(name, text()));
            form.addProperty("attribute[visibility]", constants(VisibilityWish.values()));
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content()
                            .addMediaType("application/x-www-form-urlencoded", new MediaType().schema(form))));
            // The framework's 200 is this door's 201.
            operation
                    .getResponses()
                    .addApiResponse("201", operation.getResponses().remove("200"));
        }
        operation.getResponses().values().forEach(answer -> {
            MediaType document = answer.getContent().values().iterator().next();
            answer.setContent(
                    new Content().addMediaType("application/json", document).addMediaType("text/xml", document));
        });
        Schema<?> error = object("code", "description");
        error.addProperty("code", integer(400, 599));
        error.addProperty("description", text());
        MediaType errors = new MediaType().schema(list(error));
        Stream.of("400", method == PathItem.HttpMethod.POST ? "403" : null, "404")
                .filter(Objects::nonNull)
                .forEach(code -> operation
                        .getResponses()
                        .addApiResponse(
                                code,
                                new ApiResponse()
                                        .description("错误列表 · The errors of the specification")
                                        .content(new Content()
                                                .addMediaType("application/json", errors)
                                                .addMediaType("text/xml", errors))));
        operation.getResponses().values().forEach(OpenApiAnswers::common);
        operation.setSecurity(List.of());
    }

    /** A stream has its positions in itself. */
    private static void live(Operation operation) {
        operation.getParameters().removeIf(parameter -> parameter.getName().equals("Petition-Min-Position"));
        operation.addParametersItem(header(
                        "Last-Event-ID",
                        "最后收到的事件的 id,由此续传 · The id of the last event received: the stream goes on after it")
                .schema(integer(0, null)));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("after")
                .description("同 Last-Event-ID;两者都有时以请求头为准 · The same; the header counts where both are given")
                .schema(integer(0, null)));
        operation
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Server-Sent Events:id 为日志位置,event 为事件名,data 为 JSON;位置无法续传时为 reset"
                                        + " · The id is the position in the log, the event is named as in the file's history, the"
                                        + " data is JSON; reset where the position can't be served")
                                .content(new Content()
                                        .addMediaType("text/event-stream", new MediaType().schema(text()))));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new Schema<>();
        fault.addType("object");
        fault.addProperty("pointer", text());
        fault.addProperty("code", text());
        fault.addProperty("message", text());
        Schema<?> problem = new Schema<>();
        problem.addType("object");
        problem.addProperty("type", text().example(Problem.BASE + "not-in-this-state"));
        Stream.of("title", "detail", "instance", "state", "traceId").forEach(name -> problem.addProperty(name, text()));
        problem.addProperty("status", integer(400, 599));
        problem.addProperty("errors", list(fault));
        problem.addProperty("allowedCommands", list(text()));
        return problem;
    }

    private static Schema<?> list(Schema<?> items) {
        Schema<?> list = new Schema<>();
        list.addType("array");
        list.setItems(items);
        return list;
    }

    private static Schema<?> text() {
        Schema<?> text = new Schema<>();
        text.addType("string");
        return text;
    }

    private static Schema<?> moment() {
        return text().format("date-time").example("2026-11-30T09:00:00+08:00");
    }

    private static Schema<?> date() {
        return text().format("date").example("2023-03-06");
    }

    private static Schema<?> oneOf(String... values) {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        schema.setEnum(List.of((Object[]) values));
        return schema;
    }

    /** The constants, with what they are called in Chinese. */
    private static Schema<?> constants(Enum<?>[] constants) {
        Schema<?> schema = oneOf(Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
        return schema.description(Arrays.stream(constants)
                .map(constant -> constant.name() + " " + chinese(constant))
                .collect(Collectors.joining(" · ")));
    }

    private static String chinese(Enum<?> constant) {
        try {
            return (String) constant.getDeclaringClass().getMethod("chinese").invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant.getDeclaringClass() + " has no Chinese names", e);
        }
    }

    private static Schema<?> integer(Integer min, Integer max) {
        Schema<?> schema = new Schema<>();
        schema.addType("integer");
        schema.setMinimum(min == null ? null : java.math.BigDecimal.valueOf(min));
        schema.setMaximum(max == null ? null : java.math.BigDecimal.valueOf(max));
        return schema;
    }
}
