using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Schedule;

/// <summary>A dated public event that bears on one or more categories.</summary>
public sealed class CooperationEvent
{
    public const int MaxCode = 60;
    public const int MaxTitle = 300;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "event code"); }

    public required string Title { get; init => field = Guard.Text(value, MaxTitle, "event title"); }

    public required PartialDate Date { get; init; }

    public ICollection<Category> Categories { get; } = [];

    public required Attribution Attribution { get; init; }
}
