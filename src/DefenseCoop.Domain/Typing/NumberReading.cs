namespace DefenseCoop.Domain.Typing;

/// <summary>What was understood of a typed number.</summary>
/// <param name="Value">Null where there is none, or a problem.</param>
/// <param name="Problem">Why it cannot be taken, with what to write; a whole sentence.</param>
public readonly record struct NumberReading(decimal? Value, string? Problem)
{
    internal static NumberReading Of(decimal value) => new(value, null);

    internal static NumberReading Wrong(string problem) => new(null, problem);
}
