using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Results;

/// <summary>What a figure is. Only <see cref="Actual"/> and <see cref="Estimate"/> are evidence.</summary>
public enum ReadingKind
{
    Actual,
    Estimate,
    Plan,

    /// <summary>The most that was approved or notified. Ceilings are not spending and are never summed.</summary>
    Ceiling,
    Allocation,

    /// <summary>Agreed or pledged, not yet done.</summary>
    Pledge,
}

/// <summary>How exact the source is.</summary>
public enum Qualifier
{
    Exact,
    About,
    MoreThan,
    CloseTo,
    UpTo,
    Maximum,
}

/// <summary>One published value of an indicator for one period. Two may disagree: both are kept and shown.</summary>
public sealed class Reading
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Reading>(
        RecordKind.Reading, "reading", r => r.Code, (r, of) => $"{((Indicator)of[0]).Name}, {r.Period.ToDisplay()}")
    {
        OwnedBy = r => OwnerLink.To(r.IndicatorId, r.Indicator),
        Cited = SubjectKind.Reading,
        SourcesWeigh = true,
        Pages = RecordPages.Register,
        Places = rows => rows.Rows<Reading>().Select(r => new RecordPlace
        {
            Code = r.Code, Initiative = r.Indicator.Initiative.Code, Indicator = r.Indicator.Code, IndicatorName = r.Indicator.Name,
        }),
    };

    public const int MaxCode = 40;
    public const int MaxKindWording = 40;
    public const int MaxVintage = 100;
    public const int MaxReason = 500;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public Indicator Indicator { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "reading id"); } = "";

    public Period Period { get; private set; } = null!;

    public decimal Value { get; private set => field = Guard.Value(value, "reading value"); }

    public Qualifier Qualifier { get; private set; }

    public ReadingKind Kind { get; private set; }

    /// <summary>The source's own word for the kind, such as <c>notified ceiling</c>.</summary>
    public string KindWording { get; private set => field = Guard.Text(value, MaxKindWording, "reading kind"); } = "";

    /// <summary>The edition of a series that is restated; two vintages never form one line.</summary>
    public string? Vintage { get; private set => field = Guard.OptionalText(value, MaxVintage, "reading vintage"); }

    public int Position { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    /// <summary>Why it was withdrawn as mistaken; null while it stands. A withdrawn reading is kept and shown, and not counted.</summary>
    public string? WithdrawnBecause { get; private set; }

    public bool IsWithdrawn => WithdrawnBecause is not null;

    private Reading()
    {
    }

    /// <param name="code">One among all readings.</param>
    /// <param name="period">What it speaks of.</param>
    /// <param name="value">In the unit of its indicator.</param>
    /// <param name="kind">What the figure is.</param>
    /// <param name="wording">The source's own word for the kind.</param>
    /// <param name="attribution">Where it comes from.</param>
    /// <param name="position">Among the readings of its indicator.</param>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Reading Create(
        string code, Period period, decimal value, ReadingKind kind, string wording, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        Period = period,
        Value = value,
        Kind = kind,
        KindWording = wording,
        Attribution = attribution,
        Position = position,
    };

    public void Date(Period period) => Period = period;

    public void Revise(decimal value) => Value = value;

    public void Qualify(Qualifier qualifier) => Qualifier = qualifier;

    public void Classify(ReadingKind kind, string wording) => (KindWording, Kind) = (wording, kind);

    public void DrawFrom(string? vintage) => Vintage = vintage;

    public void Attribute(Attribution attribution) => Attribution = attribution;

    /// <summary>Takes it back as mistaken: it stays on record and is not counted any more.</summary>
    /// <exception cref="InvalidInputException">No reason is given, or it is too long.</exception>
    /// <exception cref="ConflictException">It is withdrawn already.</exception>
    public void Withdraw(string? reason)
    {
        if (IsWithdrawn) throw new ConflictException("This reading is withdrawn already. Nothing was changed.");
        WithdrawnBecause = Guard.Paragraph(reason, MaxReason, "Reason", "The reason");
    }

    /// <summary>Lets a withdrawn reading stand again.</summary>
    public void Reinstate() => WithdrawnBecause = null;
}
