namespace DefenseCoop.Domain;

/// <summary>
/// Fields of one record that cannot all be right as they stand together. The rules that find them stand beside the entities;
/// forms, whatever loads records, and the verification ask the same ones.
/// </summary>
/// <param name="Fields">Those that it speaks of, as forms call them; the words stand beside the first.</param>
/// <param name="Words">Whole sentences: what is wrong, and the remedy.</param>
public sealed record Inconsistency(IReadOnlyList<string> Fields, string Words)
{
    /// <summary>
    /// Whether what public texts tell is like that at times, as of a step without its day. Nobody enters it so; where it
    /// is published so, it is loaded and kept as it is.
    /// </summary>
    public bool IsPublishedAtTimes { get; init; }
}
