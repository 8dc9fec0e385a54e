using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Results;

/// <summary>Which way an indicator is to move.</summary>
public enum Direction
{
    None,
    Up,
    Down,
}

/// <summary>What a target asks of an indicator.</summary>
public enum TargetKind
{
    /// <summary>To get there: 27 aircraft by 2026.</summary>
    Reach,

    /// <summary>To stay on the right side of it until its day, or for good: at least 2 % of GDP, no incident.</summary>
    Hold,
}

/// <summary>What is measured of an initiative: unit, direction, baseline, target and readings.</summary>
public sealed class Indicator
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Indicator>(
        RecordKind.Indicator, "indicator", i => i.Code, i => i.Name)
    {
        OwnedBy = i => OwnerLink.To(i.InitiativeId, i.Initiative),
        NamesItsInitiative = true,
        Pages = RecordPages.Register,
    };

    public const int MaxCode = 30;
    public const int MaxName = 200;
    public const int MaxUnit = 50;
    public const int MaxNote = 1000;

    public int Id { get; private set; }

    public int InitiativeId { get; private set; }

    public Initiative Initiative { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "indicator id"); } = "";

    public string Name { get; private set => field = Guard.Text(value, MaxName, "indicator name"); } = "";

    public string Unit { get; private set => field = Guard.Text(value, MaxUnit, "indicator unit"); } = "";

    public Direction Direction { get; private set; }

    public int Position { get; private set; }

    /// <summary>Months between readings; null where none is given, and then 12.</summary>
    public int? ReportingMonths { get; private set; }

    public string? Note { get; private set => field = Guard.OptionalText(value, MaxNote, "indicator note"); }

    public Baseline? Baseline { get; private set; }

    /// <summary>The target that status is measured against comes first; the others are further public targets.</summary>
    public ICollection<Target> Targets { get; } = [];

    public ICollection<Reading> Readings { get; } = [];

    private Indicator()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Indicator Create(string code, string name, string unit, Direction direction, int position = 0) => new()
    {
        Code = code,
        Name = name,
        Unit = unit,
        Direction = direction,
        Position = position,
    };

    public void Rename(string name) => Name = name;

    public void MeasureIn(string unit) => Unit = unit;

    public void Aim(Direction direction) => Direction = direction;

    /// <param name="months">Null where no interval is given.</param>
    public void ReportEvery(int? months) => ReportingMonths = months;

    public void Annotate(string? note) => Note = note;

    /// <param name="baseline">Null where none is public.</param>
    public void CountFrom(Baseline? baseline) => Baseline = baseline;
}

/// <summary>The value before the initiative had any effect.</summary>
public sealed class Baseline
{
    public const int MaxCode = 40;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "baseline code"); } = "";

    public decimal Value { get; private set => field = Guard.Value(value, "baseline value"); }

    public Period? Period { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    private Baseline()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Baseline Create(string code, decimal value, Attribution attribution) => new()
    {
        Code = code,
        Value = value,
        Attribution = attribution,
    };

    public void Revise(decimal value) => Value = value;

    /// <summary>Says in which period it was measured.</summary>
    public void Date(Period? period) => Period = period;

    public void Attribute(Attribution attribution) => Attribution = attribution;
}

/// <summary>The value to be reached, and by when; or to be held, and until when.</summary>
public sealed class Target
{
    public const int MaxCode = 40;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "target code"); } = "";

    public decimal Value { get; private set => field = Guard.Value(value, "target value"); }

    public PartialDate? By { get; private set; }

    public TargetKind Kind { get; private set; }

    /// <summary>0 is the one that status is measured against.</summary>
    public int Position { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    private Target()
    {
    }

    /// <summary>A value to be reached, by no day as yet.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Target Create(string code, decimal value, Attribution attribution, int position = 0) => new()
    {
        Code = code,
        Value = value,
        Attribution = attribution,
        Position = position,
    };

    public void Revise(decimal value) => Value = value;

    public void Ask(TargetKind kind) => Kind = kind;

    public void FallDue(PartialDate? by) => By = by;

    public void Attribute(Attribution attribution) => Attribution = attribution;
}
