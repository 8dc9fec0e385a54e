using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Results;

/// <summary>What is assessed: a set of objectives.</summary>
public sealed class FocusArea
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<FocusArea>(
        RecordKind.FocusArea, "focus area", a => a.Slug, a => a.Name)
    {
        HasCodesApart = true,
        IsOfFocusArea = true,
        WhyNoForm = "comes with the starter data; nothing changes it yet",
        Pages = RecordPages.Register | RecordPages.Initiative | RecordPages.FocusArea | RecordPages.Board,
    };

    public const int MaxSlug = Category.MaxSlug;
    public const int MaxName = Category.MaxName;

    public int Id { get; private set; }

    public string Slug { get; private init => field = Guard.Text(value, MaxSlug, "focus area slug"); } = "";

    public string Name { get; private set => field = Guard.Text(value, MaxName, "focus area name"); } = "";

    public int Position { get; private set; }

    public ICollection<Objective> Objectives { get; } = [];

    private FocusArea()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static FocusArea Create(string slug, string name, int position = 0) => new() { Slug = slug, Name = name, Position = position };

    public void Rename(string name) => Name = name;
}

/// <summary>What a focus area is to bring about.</summary>
public sealed class Objective
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Objective>(
        RecordKind.Objective, "objective", o => o.Code, o => o.Text)
    {
        OwnedBy = o => OwnerLink.To(o.FocusAreaId, o.FocusArea),
        IsOfFocusArea = true,
        Pages = RecordPages.Register | RecordPages.Initiative,
    };

    public const int MaxCode = 80;
    public const int MaxText = 500;

    public int Id { get; private set; }

    public int FocusAreaId { get; private set; }

    public FocusArea FocusArea { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "objective code"); } = "";

    public string Text { get; private set => field = Guard.Text(value, MaxText, "objective"); } = "";

    /// <summary>Weight within its focus area; 1 unless an editor gives another.</summary>
    public decimal Weight { get; private set; } = 1;

    public int Position { get; private set; }

    public ICollection<ExpectedOutcome> Outcomes { get; } = [];

    private Objective()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Objective Create(string code, string text, int position = 0) => new() { Code = code, Text = text, Position = position };

    public void Rephrase(string text) => Text = text;

    public void Weigh(decimal weight) => Weight = weight;
}

/// <summary>The change by which an objective is known to be reached.</summary>
public sealed class ExpectedOutcome
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<ExpectedOutcome>(
        RecordKind.Outcome, "expected outcome", o => o.Code, o => o.Text)
    {
        OwnedBy = o => OwnerLink.To(o.ObjectiveId, o.Objective),
        IsOfFocusArea = true,
        Slug = "outcome",
        Pages = RecordPages.Register | RecordPages.Initiative,
    };

    public const int MaxCode = 80;
    public const int MaxText = 500;

    public int Id { get; private set; }

    public int ObjectiveId { get; private set; }

    public Objective Objective { get; private set; } = null!;

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "outcome code"); } = "";

    public string Text { get; private set => field = Guard.Text(value, MaxText, "expected_outcome"); } = "";

    public decimal Weight { get; private set; } = 1;

    public int Position { get; private set; }

    public ICollection<Contribution> Contributions { get; } = [];

    private ExpectedOutcome()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static ExpectedOutcome Create(string code, string text, int position = 0) =>
        new() { Code = code, Text = text, Position = position };

    public void Rephrase(string text) => Text = text;

    public void Weigh(decimal weight) => Weight = weight;
}

/// <summary>
/// "This initiative contributes to that outcome", together with whether the initiative's indicators are also taken as
/// indicators of the outcome. The mapping of the first content is ours, so it is illustrative.
/// </summary>
public sealed class Contribution
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Contribution>(
        RecordKind.Contribution, "contribution", c => c.Code, (c, of) => $"{((Initiative)of[0]).Code} to: {((ExpectedOutcome)of[1]).Text}")
    {
        OwnedBy = c => [.. OwnerLink.To(c.InitiativeId, c.Initiative), .. OwnerLink.To(c.OutcomeId, c.Outcome)],
        IsOfFocusArea = true,
        Cited = SubjectKind.Contribution,
        CitedWords = ("expected outcome", "expected outcomes"),
        Pages = RecordPages.Register,
        Places = rows => rows.Rows<Contribution>().Select(c => new RecordPlace { Code = c.Code, Initiative = c.Initiative.Code }),
    };

    public const int MaxCode = Citation.MaxSubjectCode;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "contribution code"); } = "";

    public int InitiativeId { get; private set; }

    public Initiative Initiative { get; private set; } = null!;

    public int OutcomeId { get; private set; }

    public ExpectedOutcome Outcome { get; private set; } = null!;

    public decimal Weight { get; private set; } = 1;

    /// <summary>Of the statement which objective the initiative serves.</summary>
    public Attribution ObjectiveAttribution { get; private set; } = null!;

    /// <summary>Of the statement which outcome the initiative serves.</summary>
    public Attribution Attribution { get; private set; } = null!;

    private Contribution()
    {
    }

    /// <summary>A contribution of which one place says both the objective and the outcome.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Contribution Create(string code, ExpectedOutcome outcome, Attribution attribution) => new()
    {
        Code = code,
        Outcome = outcome,
        ObjectiveAttribution = attribution,
        Attribution = attribution,
    };

    public void LeadTo(ExpectedOutcome outcome) => Outcome = outcome;

    public void Weigh(decimal weight) => Weight = weight;

    public void AttributeObjective(Attribution attribution) => ObjectiveAttribution = attribution;

    public void Attribute(Attribution attribution) => Attribution = attribution;
}
