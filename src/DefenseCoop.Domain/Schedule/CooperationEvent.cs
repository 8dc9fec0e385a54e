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
    };

    public const int MaxCode = 60;
    public const int MaxTitle = 300;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "event code"); }

    public required string Title { get; init => field = Guard.Text(value, MaxTitle, "event title"); }

    public required PartialDate Date { get; init; }

    public ICollection<Category> Categories { get; } = [];

    public required Attribution Attribution { get; init; }
}
