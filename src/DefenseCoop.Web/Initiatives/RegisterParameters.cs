using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;

namespace DefenseCoop.Web.Initiatives;

/// <summary>The register's query in an address, read and written. What cannot be used is noted and left out.</summary>
public static class RegisterParameters
{
    private const int LongestText = 200;

    public static IReadOnlyList<string> Names { get; } =
        ["q", "category", "focusArea", "stage", "status", "lead", "site", "from", "to", "provenance", "sort", "page", "size"];

    public static RegisterQuery Read(QueryValues values, RegisterVocabulary words)
    {
        var (from, to) = (Day(values, "from"), Day(values, "to"));
        if (from > to)
        {
            values.Note($"from={Iso(from)} and to={Iso(to)} were ignored: the window ends before it starts. Swap them.");
            (from, to) = (null, null);
        }

        var (sort, descending) = Sort(values);
        return new RegisterQuery
        {
            Text = Text(values),
            Categories = Codes(values, "category", words.Categories, "no category has that name in its address"),
            FocusAreas = Codes(values, "focusArea", words.FocusAreas, "no focus area has that name in its address"),
            Stages = Members(values, "stage", Enum.GetValues<Stage>()),
            Statuses = Members(values, "status", Enum.GetValues<AssessedStatus>()),
            Leads = Codes(values, "lead", words.Leads, "no lead organization has that code"),
            Sites = Codes(values, "site", words.Sites, "no site has that code"),
            Provenances = Members(values, "provenance", [Provenance.Confirmed, Provenance.Illustrative]),
            From = from,
            To = to,
            Sort = sort,
            Descending = descending,
            Page = Number(values, "page", n => n >= 1, "pages are counted from 1") ?? 1,
            Size = Number(values, "size", RegisterQuery.Sizes.Contains, "a page has 25, 50, 100 or 200 rows") ?? RegisterQuery.DefaultSize,
        };
    }

    /// <summary>The parameters that say the same; defaults are left out, so that addresses stay short.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Write(RegisterQuery query)
    {
        if (!string.IsNullOrWhiteSpace(query.Text)) yield return new("q", query.Text);
        foreach (var code in query.Categories) yield return new("category", code);
        foreach (var code in query.FocusAreas) yield return new("focusArea", code);
        foreach (var stage in query.Stages) yield return new("stage", stage.ToString());
        foreach (var status in query.Statuses) yield return new("status", status.ToString());
        foreach (var code in query.Leads) yield return new("lead", code);
        foreach (var code in query.Sites) yield return new("site", code);
        if (query.From is { } from) yield return new("from", Iso(from));
        if (query.To is { } to) yield return new("to", Iso(to));
        foreach (var provenance in query.Provenances) yield return new("provenance", provenance.ToString());
        if (query.Sort != RegisterSort.Code || query.Descending) yield return new("sort", SortName(query.Sort, query.Descending));
        if (query.Page > 1) yield return new("page", query.Page.ToString(CultureInfo.InvariantCulture));
        if (query.Size != RegisterQuery.DefaultSize) yield return new("size", query.Size.ToString(CultureInfo.InvariantCulture));
    }

    public static string SortName(RegisterSort sort, bool descending) =>
        (descending ? "-" : "") + sort.ToString().ToLowerInvariant();

    private static string? Text(QueryValues values)
    {
        if (values.Single("q") is not { } text) return null;
        if (text.Length <= LongestText) return text;
        values.Note($"The search text was cut to {LongestText} characters.");
        return text[..LongestText];
    }

    private static List<string> Codes(QueryValues values, string name, Terms known, string reason)
    {
        List<string> codes = [];
        foreach (var value in values.All(name))
        {
            if (known.Find(value) is { } term) codes.Add(term.Code);
            else values.Ignored(name, value, $"{reason}.");
        }

        return codes;
    }

    private static List<T> Members<T>(QueryValues values, string name, IReadOnlyList<T> known)
        where T : struct, Enum
    {
        List<T> members = [];
        foreach (var value in values.All(name))
        {
            var found = known.Where(k => string.Equals(k.ToString(), value, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found is [var member]) members.Add(member);
            else values.Ignored(name, value, $"use {string.Join(", ", known)}.");
        }

        return members;
    }

    private static DateOnly? Day(QueryValues values, string name) =>
        values.Single(name) is { } text && values.TryDay(name, text, out var day) ? day : null;

    private static (RegisterSort Sort, bool Descending) Sort(QueryValues values)
    {
        if (values.Single("sort") is not { } text) return default;
        var descending = text.StartsWith('-');
        foreach (var sort in Enum.GetValues<RegisterSort>())
        {
            if (string.Equals(text[(descending ? 1 : 0)..], SortName(sort, false), StringComparison.OrdinalIgnoreCase)) return (sort, descending);
        }

        values.Ignored("sort", text, $"use {string.Join(", ", Enum.GetValues<RegisterSort>().Select(s => SortName(s, false)))}, with - before it for descending.");
        return default;
    }

    private static int? Number(QueryValues values, string name, Func<int, bool> allowed, string reason)
    {
        if (values.Single(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && allowed(number)) return number;
        values.Ignored(name, text, $"{reason}.");
        return null;
    }

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
