using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;

namespace DefenseCoop.Domain.History;

/// <summary>The kinds of record, each with what is said of it beside its entity.</summary>
public static class RecordDescriptors
{
    public static IReadOnlyList<RecordDescriptor> All { get; } =
    [
        Initiative.Descriptor, Milestone.Descriptor, Indicator.Descriptor,
        Reading.Descriptor, Exercise.Descriptor, ExerciseEdition.Descriptor,
        SpendingFigure.Descriptor, FocusArea.Descriptor, Objective.Descriptor, ExpectedOutcome.Descriptor, Contribution.Descriptor,
        Recommendation.Descriptor, Source.Descriptor, Category.Descriptor, Organization.Descriptor, Site.Descriptor, Agreement.Descriptor,
        CooperationEvent.Descriptor, DataSetNote.Descriptor, Assessment.Descriptor,
        AssessmentPeriod.Descriptor, AssessmentAction.Descriptor,
    ];

    /// <summary>Rows that are parts of records.</summary>
    public static IReadOnlyList<RecordPart> Parts { get; } =
    [
        new RecordPart<Participation, Initiative>(nameof(Participation.InitiativeId)),
        new RecordPart<Baseline, Indicator>(nameof(Baseline.IndicatorId), b => b.Code)
        {
            Cited = SubjectKind.Baseline, CitedWords = ("baseline", "baselines"),
            Places = rows => rows.Rows<Indicator>().Where(i => i.Baseline != null).Select(i => new RecordPlace
            {
                Code = i.Baseline!.Code, Initiative = i.Initiative.Code, Indicator = i.Code, IndicatorName = i.Name,
            }),
        },
        new RecordPart<Target, Indicator>(nameof(Target.IndicatorId), t => t.Code)
        {
            Cited = SubjectKind.Target, CitedWords = ("target", "targets"),
            Places = rows => rows.Rows<Indicator>().SelectMany(i => i.Targets, (i, t) => new RecordPlace
            {
                Code = t.Code, Initiative = i.Initiative.Code, Indicator = i.Code, IndicatorName = i.Name,
            }),
        },
        new RecordPart<Provision, Agreement>(nameof(Provision.AgreementId), p => p.Code)
        {
            Cited = SubjectKind.Provision, CitedWords = ("provision of an agreement", "provisions of an agreement"),
            Places = rows => rows.Rows<Initiative>().OrderBy(i => i.Id).Where(i => i.Agreement != null)
                .SelectMany(i => i.Agreement!.Provisions, (i, p) => new RecordPlace { Code = p.Code, Initiative = i.Code }),
        },
        new RecordPart<ObjectiveJudgement, Assessment>(nameof(ObjectiveJudgement.AssessmentId)),
        new RecordPart<ReviewComment, Assessment>(nameof(ReviewComment.AssessmentId)),
    ];

    private static readonly Dictionary<RecordKind, RecordDescriptor> ByKind = All.ToDictionary(d => d.Kind);

    private static readonly Dictionary<Type, RecordDescriptor> ByEntity = All.ToDictionary(d => d.Entity);

    private static readonly Dictionary<Type, RecordPart> PartByEntity = Parts.ToDictionary(p => p.Entity);

    private static readonly Dictionary<SubjectKind, RecordDescriptor> ByCitation = All.Where(d => d.Cited is not null)
        .ToDictionary(d => d.Cited!.Value);

    private static readonly Dictionary<SubjectKind, (string One, string Many)> CitedWordsOf =
        All.Select(d => (d.Cited, d.CitedWords)).Concat(Parts.Select(p => (p.Cited, p.CitedWords)))
            .Where(d => d.Cited is not null).ToDictionary(d => d.Cited!.Value, d => d.CitedWords);

    private static readonly Dictionary<SubjectKind, Func<IRecordLoader, IQueryable<RecordPlace>>> PlacesOf =
        All.Select(d => (d.Cited, d.Places)).Concat(Parts.Select(p => (p.Cited, p.Places)))
            .Where(d => d is { Cited: not null, Places: not null }).ToDictionary(d => d.Cited!.Value, d => d.Places!);

    private static readonly Dictionary<string, RecordDescriptor> BySlug = All.ToDictionary(d => d.Slug, StringComparer.Ordinal);

    public static RecordDescriptor Of(RecordKind kind) => ByKind[kind];

    /// <summary>Null for an entity that is no record.</summary>
    public static RecordDescriptor? Of(Type entity) => ByEntity.GetValueOrDefault(entity);

    /// <summary>Null for an entity that is no part of a record.</summary>
    public static RecordPart? PartOf(Type entity) => PartByEntity.GetValueOrDefault(entity);

    /// <summary>The kind whose facts are cited under a name; null where they are those of a part.</summary>
    public static RecordDescriptor? Citing(SubjectKind kind) => ByCitation.GetValueOrDefault(kind);

    /// <summary>How people call facts that are cited under a name: one, and several.</summary>
    public static (string One, string Many) CitedWords(SubjectKind kind) => CitedWordsOf[kind];

    /// <summary>Where all stand whose facts are cited under a name; null where they do not stand with others.</summary>
    public static IQueryable<RecordPlace>? PlacesCited(SubjectKind kind, IRecordLoader loader) =>
        PlacesOf.GetValueOrDefault(kind)?.Invoke(loader);

    /// <summary>Null for what is no kind in an address.</summary>
    public static RecordDescriptor? Named(string slug) => BySlug.GetValueOrDefault(slug);
}
