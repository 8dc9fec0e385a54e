using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Schedule;

/// <summary>A series of exercises; each holding of it is an <see cref="ExerciseEdition"/>.</summary>
public sealed class Exercise
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Exercise>(
        RecordKind.Exercise, "exercise", e => e.Code, e => e.Name)
    {
        OwnedBy = e => OwnerLink.To(e.InitiativeId, e.Initiative),
        Cited = SubjectKind.Exercise,
    };

    public const int MaxCode = 60;
    public const int MaxName = 150;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "exercise code"); }

    public required string Name { get; set => field = Guard.Text(value, MaxName, "exercise name"); }

    /// <summary>The initiative it is part of; null where none is named. The link is ours, so it is illustrative.</summary>
    public Initiative? Initiative { get; set; }

    public int? InitiativeId { get; private set; }

    /// <summary>Of the statement which initiative it is part of.</summary>
    public required Attribution LinkAttribution { get; set; }

    public ICollection<ExerciseEdition> Editions { get; } = [];
}

/// <summary>One holding of an exercise. A figure that no public text gives is null, never 0.</summary>
public sealed class ExerciseEdition
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<ExerciseEdition>(
        RecordKind.Edition, "exercise edition", d => d.Code, (d, of) => $"{((Exercise)of[0]).Name} {d.Label}")
    {
        OwnedBy = d => OwnerLink.To(d.ExerciseId, d.Exercise),
        Slug = "edition",
        Cited = SubjectKind.Edition,
    };

    public const int MaxCode = 80;
    public const int MaxLabel = 30;

    public int Id { get; private set; }

    public int ExerciseId { get; private set; }

    public Exercise Exercise { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "edition code"); }

    /// <summary>The edition's name, usually its year.</summary>
    public required string Label { get; set => field = Guard.Text(value, MaxLabel, "edition"); }

    public required PartialDate Start { get; set; }

    public PartialDate? End { get; set; }

    /// <summary>First possible day of the start. Stored for the calendar query.</summary>
    public DateOnly StartsOn
    {
        get => Start.FirstDay;
        private set { }
    }

    public int? Personnel { get; set; }

    public int? Ships { get; set; }

    public int? Aircraft { get; set; }

    public int? Nations { get; set; }

    /// <summary>Whether Denmark took part; null where no public text says.</summary>
    public bool? DanishParticipation { get; set; }

    /// <summary>Whether the United States took part; null where no public text says.</summary>
    public bool? AmericanParticipation { get; set; }

    public required Attribution Attribution { get; set; }
}
