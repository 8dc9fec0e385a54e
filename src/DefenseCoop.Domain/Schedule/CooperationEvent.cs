using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Schedule;

/// <summary>A dated public event that bears on one or more categories.</summary>
public sealed class CooperationEvent
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<CooperationEvent>(
        RecordKind.Event, "event", e => e.Code, e => e.Title)
    {
        Cited = SubjectKind.Event,
        WhyNoForm = "comes with the starter data; nothing changes it yet",
        Pages = RecordPages.Initiative | RecordPages.FocusArea,
        Places = rows => rows.Rows<CooperationEvent>()
            .SelectMany(e => e.Categories.OrderBy(c => c.Id), (e, c) => new RecordPlace { Code = e.Code, Area = c.Slug }),
    };

    public const int MaxCode = 60;
    public const int MaxTitle = 300;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "event code"); } = "";

    public string Title { get; private init => field = Guard.Text(value, MaxTitle, "event title"); } = "";

    public PartialDate Date { get; private init; }

    public ICollection<Category> Categories { get; } = [];

    public Attribution Attribution { get; private init; } = null!;

    private CooperationEvent()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static CooperationEvent Create(string code, string title, PartialDate date, Attribution attribution) => new()
    {
        Code = code,
        Title = title,
        Date = date,
        Attribution = attribution,
    };
}
