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
    };

    public const int MaxCode = 40;
    public const int MaxKindWording = 40;
    public const int MaxVintage = 100;
    public const int MaxReason = 500;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public Indicator Indicator { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "reading id"); }

    public required Period Period { get; set; }

    public required decimal Value { get; set => field = Guard.Value(value, "reading value"); }

    public Qualifier Qualifier { get; set; }

    public required ReadingKind Kind { get; set; }

    /// <summary>The source's own word for the kind, such as <c>notified ceiling</c>.</summary>
    public required string KindWording { get; set => field = Guard.Text(value, MaxKindWording, "reading kind"); }

    /// <summary>The edition of a series that is restated; two vintages never form one line.</summary>
    public string? Vintage { get; set => field = Guard.OptionalText(value, MaxVintage, "reading vintage"); }

    public int Position { get; set; }

    public required Attribution Attribution { get; set; }

    /// <summary>Why it was withdrawn as mistaken; null while it stands. A withdrawn reading is kept and shown, and not counted.</summary>
    public string? WithdrawnBecause { get; private set; }

    public bool IsWithdrawn => WithdrawnBecause is not null;

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
