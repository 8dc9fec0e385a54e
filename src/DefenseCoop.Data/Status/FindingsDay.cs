namespace DefenseCoop.Data.Status;

/// <summary>The day (UTC) that the stored findings speak for. One row; none before the first computation.</summary>
public sealed class FindingsDay
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public required DateOnly Day { get; set; }
}
