using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Starter;

/// <summary>Everything that is wrong with a starter file, place by place; the first of them are shown.</summary>
internal sealed class StarterProblems
{
    private const int Shown = 20;
    private const int MaxQuoted = 60;

    private readonly List<string> _first = [];

    public int Count { get; private set; }

    public void Add(Place place, string problem)
    {
        if (Count++ < Shown) _first.Add($"{place}: {problem}");
    }

    /// <summary>The value as it stands in the file, shortened where it is long.</summary>
    public static string Quote(string? text) =>
        text is null ? "null" : $"\"{text.Shorten(MaxQuoted)}\"";

    public override string ToString() =>
        string.Join('\n', _first.Select(p => "  " + p)) + (Count > Shown ? $"\n  and {Count - Shown} more" : "");
}

/// <summary>Where in the file: the section, the record's number from 0, and its id if it has one.</summary>
internal readonly record struct Place(string Section, int? Index = null, string? Id = null)
{
    public override string ToString() => Section
        + (Index is null ? "" : $"[{Index}]")
        + (string.IsNullOrWhiteSpace(Id) ? "" : $" {Id.Cut(60)}");
}
