namespace DefenseCoop.Tests.Hosting;

/// <summary>A clock that stands still where it was put, and moves only when told to. Its timers are real.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The day of the starter data's writing, at noon.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = now;

    public FixedClock()
        : this(Start)
    {
    }

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset now) => _now = now;
}
