using System.Globalization;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>The query of the list of sources in an address, read and written. What cannot be used is noted and left out.</summary>
public static class SourceParameters
{
    /// <summary>The code of a source, whose page of the list is asked for.</summary>
    public const string At = "at";

    private const string Yes = "yes";
    private const int LongestText = 200;

    public static IReadOnlyList<string> Names { get; } = ["q", "publisher", "tier", "year", "check", "unused", "sort", "page", At];

    /// <param name="values">Of the address.</param>
    /// <param name="publishers">Those that there are: how a name is written is no reason not to find it.</param>
    public static SourceQuery Read(QueryValues values, IReadOnlyList<string> publishers)
    {
        var (sort, descending) = Sort(values);
        return new SourceQuery
        {
            Text = Text(values),
            Publishers = [.. values.All("publisher").Select(p => Publisher(values, p, publishers)).Distinct()],
            Tiers = [.. values.All("tier").Select(t => Tier(values, t)).OfType<SourceTier>()],
            Year = values.Number("year", y => y is > 0 and <= 9999, "a year has four digits"),
            NeedsCheck = Flag(values, "check"),
            IsUnused = Flag(values, "unused"),
            Sort = sort,
            Descending = descending,
            Page = values.Number("page", n => n >= 1, "pages are counted from 1") ?? 1,
        };
    }

    private static string Publisher(QueryValues values, string asked, IReadOnlyList<string> publishers)
    {
        if (publishers.FirstOrDefault(p => FoldedText.AreSame(p, asked)) is { } known) return known;
        values.Note($"publisher={asked.Shorten(60)}: no source of this day is published by it. Choose one from the list.");
        return asked;
    }

    /// <summary>The parameters that say the same; defaults are left out.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Write(SourceQuery query)
    {
        if (!string.IsNullOrWhiteSpace(query.Text)) yield return new("q", query.Text);
        foreach (var publisher in query.Publishers) yield return new("publisher", publisher);
        foreach (var tier in query.Tiers) yield return new("tier", Number((int)tier));
        if (query.Year is { } year) yield return new("year", Number(year));
        if (query.NeedsCheck) yield return new("check", Yes);
        if (query.IsUnused) yield return new("unused", Yes);
        if (query.Sort != SourceSort.Publisher || query.Descending) yield return new("sort", SortName(query.Sort, query.Descending));
        if (query.Page > 1) yield return new("page", Number(query.Page));
    }

    public static string SortName(SourceSort sort, bool descending) => (descending ? "-" : "") + sort.ToString().ToLowerInvariant();

    /// <summary>The filters in force, in words.</summary>
    public static IReadOnlyList<string> Say(SourceQuery query) =>
    [
        .. query.Text is { } text ? [$"Text: {text}"] : Array.Empty<string>(),
        .. query.Publishers.Select(p => $"Publisher: {p}"),
        .. query.Tiers.Select(t => $"Tier {(int)t}"),
        .. query.Year is { } year ? [$"Year: {Number(year)}"] : Array.Empty<string>(),
        .. query.NeedsCheck ? ["Needs a primary check"] : Array.Empty<string>(),
        .. query.IsUnused ? ["Nothing rests on it"] : Array.Empty<string>(),
    ];

    private static string? Text(QueryValues values)
    {
        if (values.Single("q") is not { } text) return null;
        if (text.Length <= LongestText) return text;
        values.Note($"The search text was cut to {LongestText} characters.");
        return text.Cut(LongestText);
    }

    private static SourceTier? Tier(QueryValues values, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tier) && Enum.IsDefined((SourceTier)tier))
        {
            return (SourceTier)tier;
        }
        values.Ignored("tier", text, "tiers are 1, 2 and 3.");
        return null;
    }

    private static bool Flag(QueryValues values, string name)
    {
        if (values.Single(name) is not { } text) return false;
        if (text.Equals(Yes, StringComparison.OrdinalIgnoreCase)) return true;
        values.Ignored(name, text, $"use {Yes}.");
        return false;
    }

    private static (SourceSort Sort, bool Descending) Sort(QueryValues values)
    {
        if (values.Single("sort") is not { } text) return default;
        var descending = text.StartsWith('-');
        foreach (var sort in Enum.GetValues<SourceSort>())
        {
            if (string.Equals(text[(descending ? 1 : 0)..], SortName(sort, false), StringComparison.OrdinalIgnoreCase))
            {
                return (sort, descending);
            }
        }

        values.Ignored(
            "sort",
            text,
            $"use {string.Join(", ", Enum.GetValues<SourceSort>().Select(s => SortName(s, false)))}, with - before it for descending.");
        return default;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
