namespace DefenseCoop.Data.Status;

/// <summary>The day (UTC) that the stored findings speak for. One row; none before the first computation.</summary>
public sealed class FindingsDay
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public required DateOnly Day { get; set; }

    /// <summary>The build whose rules they follow (<see cref="RulesBuild"/>); null from before it was written down.</summary>
    public string? Rules { get; set; }
}
