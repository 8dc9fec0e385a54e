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
        Pages = RecordPages.Register | RecordPages.Summary,
        Places = rows => rows.Rows<Exercise>().Select(
            e => new RecordPlace { Code = e.Code, Initiative = e.Initiative == null ? null : e.Initiative.Code }),
    };

    public const int MaxCode = 60;
    public const int MaxName = 150;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "exercise code"); } = "";

    public string Name { get; private set => field = Guard.Text(value, MaxName, "exercise name"); } = "";

    /// <summary>The initiative it is part of; null where none is named. The link is ours, so it is illustrative.</summary>
    public Initiative? Initiative { get; private set; }

    public int? InitiativeId { get; private set; }

    /// <summary>Of the statement which initiative it is part of.</summary>
    public Attribution LinkAttribution { get; private set; } = null!;

    public ICollection<ExerciseEdition> Editions { get; } = [];

    private Exercise()
    {
    }

    /// <summary>An exercise of which no initiative is named.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Exercise Create(string code, string name, Attribution link) => new() { Code = code, Name = name, LinkAttribution = link };

    public void Rename(string name) => Name = name;

    public void BelongTo(Initiative? initiative) => Initiative = initiative;

    public void AttributeLink(Attribution attribution) => LinkAttribution = attribution;
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
        CitedWords = ("exercise", "exercises"),
        Pages = RecordPages.Register | RecordPages.Summary,
        Places = rows => rows.Rows<ExerciseEdition>().Select(
            e => new RecordPlace { Code = e.Code, Initiative = e.Exercise.Initiative == null ? null : e.Exercise.Initiative.Code }),
    };

    public const int MaxCode = 80;
    public const int MaxLabel = 30;

    public int Id { get; private set; }

    public int ExerciseId { get; private set; }

    public Exercise Exercise { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "edition code"); } = "";

    /// <summary>The edition's name, usually its year.</summary>
    public string Label { get; private set => field = Guard.Text(value, MaxLabel, "edition"); } = "";

    public PartialDate Start { get; private set; }

    public PartialDate? End { get; private set; }

    /// <summary>First possible day of the start. Stored for the calendar query.</summary>
    public DateOnly StartsOn
    {
        get => Start.FirstDay;
        private set { }
    }

    public int? Personnel { get; private set; }

    public int? Ships { get; private set; }

    public int? Aircraft { get; private set; }

    public int? Nations { get; private set; }

    /// <summary>Whether Denmark took part; null where no public text says.</summary>
    public bool? DanishParticipation { get; private set; }

    /// <summary>Whether the United States took part; null where no public text says.</summary>
    public bool? AmericanParticipation { get; private set; }

    public Attribution Attribution { get; private set; } = null!;

    private ExerciseEdition()
    {
    }

    /// <summary>An edition of which no public text gives a figure or says who took part.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static ExerciseEdition Create(string code, string label, PartialDate start, Attribution attribution) => new()
    {
        Code = code,
        Label = label,
        Start = start,
        Attribution = attribution,
    };

    public void Relabel(string label) => Label = label;

    public void Hold(PartialDate start, PartialDate? end) => (Start, End) = (start, end);

    public void CountPersonnel(int? personnel) => Personnel = personnel;

    public void CountShips(int? ships) => Ships = ships;

    public void CountAircraft(int? aircraft) => Aircraft = aircraft;

    public void CountNations(int? nations) => Nations = nations;

    /// <summary>Who of the two took part; null where no public text says.</summary>
    public void Join(bool? danish, bool? american) => (DanishParticipation, AmericanParticipation) = (danish, american);

    public void Attribute(Attribution attribution) => Attribution = attribution;
}
