namespace DefenseCoop.Domain.Sources;

/// <summary>The kinds of record that cite sources.</summary>
public enum SubjectKind
{
    Category,
    Organization,
    Site,
    Agreement,
    Provision,
    Initiative,
    Contribution,
    Milestone,
    Baseline,
    Target,
    Reading,
    Edition,
    Event,
    SpendingFigure,
    Recommendation,
    Exercise,
}

/// <summary>Which fact of the record is cited; <see cref="Record"/> is the record as a whole.</summary>
public enum Aspect
{
    Record,
    Description,
    Start,
    End,
    Signed,
    InForce,
    Objective,
    Outcome,
}

/// <summary>
/// "This fact rests on that source." The fact is named by the kind and code of its record and the aspect of it,
/// so that one query finds the sources of a page and one finds all that rests on a source.
/// </summary>
public sealed class Citation
{
    public const int MaxSubjectCode = 80;

    public int Id { get; private set; }

    public int SourceId { get; private set; }

    public Source Source { get; private init; } = null!;

    public SubjectKind Kind { get; private init; }

    public string SubjectCode { get; private init => field = Guard.Text(value, MaxSubjectCode, "citation subject"); } = "";

    public Aspect Aspect { get; private init; }

    /// <summary>Order in which the record names its sources, from 0.</summary>
    public int Position { get; private init; }

    private Citation()
    {
    }

    /// <exception cref="InvalidInputException">The code of the record is empty or too long.</exception>
    public static Citation Create(
        Source source, SubjectKind kind, string subjectCode, Aspect aspect = Aspect.Record, int position = 0) => new()
    {
        Source = source,
        Kind = kind,
        SubjectCode = subjectCode,
        Aspect = aspect,
        Position = position,
    };
}
