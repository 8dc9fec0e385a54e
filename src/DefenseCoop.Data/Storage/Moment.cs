namespace DefenseCoop.Data.Storage;

/// <summary>
/// The two clocks of a question: which day it speaks of, and by what was known. Facts dated after the day do not exist
/// for it, and neither does what was recorded after <see cref="KnownAt"/>.
/// </summary>
/// <param name="Day">UTC.</param>
/// <param name="KnownAt">UTC; null for what is known now.</param>
public readonly record struct Moment(DateOnly Day, DateTime? KnownAt = null)
{
    /// <summary>A day by what is known now.</summary>
    public static implicit operator Moment(DateOnly day) => new(day);
}
