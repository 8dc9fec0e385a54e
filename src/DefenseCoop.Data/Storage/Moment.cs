namespace DefenseCoop.Data.Storage;

/// <summary>
/// The two clocks of a question: which day it speaks of, and by what was known. Facts dated after the day do not exist
/// for it, and neither does what was recorded after <see cref="KnownAt"/>.
/// </summary>
/// <param name="Day">UTC.</param>
/// <param name="KnownAt">UTC; null for what is known now.</param>
public readonly record struct Moment(DateOnly Day, DateTime? KnownAt = null)
{
    /// <summary>Whether more is known than was on the day itself: what lay ahead then is not told from what came later.</summary>
    /// <param name="today">UTC.</param>
    public bool HasHindsight(DateOnly today) => Day < (KnownAt is { } known ? DateOnly.FromDateTime(known) : today);

    /// <summary>A day by what is known now.</summary>
    public static implicit operator Moment(DateOnly day) => new(day);
}
