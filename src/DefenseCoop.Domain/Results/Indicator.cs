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
    };

    public const int MaxCode = 30;
    public const int MaxName = 200;
    public const int MaxUnit = 50;
    public const int MaxNote = 1000;

    public int Id { get; private set; }

    public int InitiativeId { get; private set; }

    public Initiative Initiative { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "indicator id"); }

    public required string Name { get; set => field = Guard.Text(value, MaxName, "indicator name"); }

    public required string Unit { get; set => field = Guard.Text(value, MaxUnit, "indicator unit"); }

    public required Direction Direction { get; set; }

    public int Position { get; set; }

    /// <summary>Months between readings; null where none is given, and then 12.</summary>
    public int? ReportingMonths { get; set; }

    public string? Note { get; set => field = Guard.OptionalText(value, MaxNote, "indicator note"); }

    public Baseline? Baseline { get; set; }

    /// <summary>The target that status is measured against comes first; the others are further public targets.</summary>
    public ICollection<Target> Targets { get; } = [];

    public ICollection<Reading> Readings { get; } = [];
}

/// <summary>The value before the initiative had any effect.</summary>
public sealed class Baseline
{
    public const int MaxCode = 40;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "baseline code"); }

    public required decimal Value { get; set => field = Guard.Value(value, "baseline value"); }

    public Period? Period { get; set; }

    public required Attribution Attribution { get; set; }
}

/// <summary>The value to be reached, and by when; or to be held, and until when.</summary>
public sealed class Target
{
    public const int MaxCode = 40;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "target code"); }

    public required decimal Value { get; set => field = Guard.Value(value, "target value"); }

    public PartialDate? By { get; set; }

    public TargetKind Kind { get; set; }

    /// <summary>0 is the one that status is measured against.</summary>
    public int Position { get; set; }

    public required Attribution Attribution { get; set; }
}
