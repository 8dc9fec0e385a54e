using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>The register's query in an address, read and written. What cannot be used is noted and left out.</summary>
public static class RegisterParameters
{
    private const int LongestText = 200;

    public static IReadOnlyList<string> Names { get; } =
        [
            "q", "category", "focusArea", "stage", "status", "lead", "site",
            "from", "to", "evidenceAge", "provenance", "sort", "page", "size",
        ];

    public static RegisterQuery Read(QueryValues values, RegisterVocabulary words)
    {
        var (from, to) = (values.Day("from", first: true), values.Day("to"));
        if (from is { } first && to is { } last && first > last)
        {
            values.Note($"from={values.Said(first)} and to={values.Said(last)} were ignored: the window ends before it starts. Swap them.");
            (from, to) = (null, null);
        }

        var (sort, descending) = Sort(values);
        return new RegisterQuery
        {
            Text = Text(values),
            Categories = values.Codes("category", words.Categories, "no category has that name in its address"),
            FocusAreas = values.Codes("focusArea", words.FocusAreas, "no focus area has that name in its address"),
            Stages = values.Members("stage", Enum.GetValues<Stage>()),
            Statuses = values.Members("status", Enum.GetValues<AssessedStatus>()),
            Leads = values.Codes("lead", words.Leads, "no lead organization has that code"),
            Sites = values.Codes("site", words.Sites, "no site has that code"),
            EvidenceAges = values.Members("evidenceAge", Enum.GetValues<EvidenceAge>()),
            Provenances = values.Members("provenance", [Provenance.Confirmed, Provenance.Illustrative]),
            From = from,
            To = to,
            Sort = sort,
            Descending = descending,
            Page = values.Number("page", n => n >= 1, "pages are counted from 1") ?? 1,
            Size = values.Number("size", RegisterQuery.Sizes.Contains, "a page has 25, 50, 100 or 200 rows") ?? RegisterQuery.DefaultSize,
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
        foreach (var age in query.EvidenceAges) yield return new("evidenceAge", age.ToString());
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
        if (text.Length > LongestText)
        {
            values.Note($"The search text was cut to {LongestText} characters.");
            text = text.Cut(LongestText);
        }

        if (SearchQuery.Of(text).Unusable is { Count: > 0 } words)
        {
            values.Note(
                $"{string.Join(", ", words.Select(w => $"“{w}”"))} {(words.Count == 1 ? "was" : "were")} not "
                    + $"searched for: a search takes up to {SearchQuery.MostTerms} words of letters and digits.");
        }

        return text;
    }

    private static (RegisterSort Sort, bool Descending) Sort(QueryValues values)
    {
        if (values.Single("sort") is not { } text) return default;
        var descending = text.StartsWith('-');
        foreach (var sort in Enum.GetValues<RegisterSort>())
        {
            if (string.Equals(text[(descending ? 1 : 0)..], SortName(sort, false), StringComparison.OrdinalIgnoreCase))
            {
                return (sort, descending);
            }
        }

        values.Ignored(
            "sort",
            text,
            $"use {string.Join(", ", Enum.GetValues<RegisterSort>().Select(s => SortName(s, false)))}, with - before it for descending.");
        return default;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
