using System.Text.RegularExpressions;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>The register's filters and sort orders once more, as plain code over the rows that the rules give.</summary>
internal static partial class ExpectedRegister
{
    public static IEnumerable<ExpectedRow> Where(this IEnumerable<ExpectedRow> rows, RegisterQuery query) => rows.Where(r =>
        HasText(r.Initiative, query.Text)
        && Any(query.Categories, c => c == r.Initiative.Category.Slug)
        && Any(query.FocusAreas, a => r.Initiative.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == a))
        && Any(query.Stages, s => s == r.Finding.Stage)
        && Any(query.Statuses, s => s == r.Finding.Status)
        && Any(query.Leads, l => r.Initiative.Participations.Any(p => p.Role == OrganizationRole.Lead && p.Organization.Code == l))
        && Any(query.Sites, s => r.Initiative.Sites.Any(site => site.Code == s))
        && Any(query.EvidenceAges, a => a == AgeOf(r.Finding.EvidenceOn, r.Day))
        && Any(query.Provenances, p => p == r.Initiative.Attribution.Provenance)
        && !(r.LastActiveDay < query.From)
        && !(r.Initiative.Start?.FirstDay > query.To));

    /// <summary>Under three months, within the limit of age, beyond it.</summary>
    public static EvidenceAge AgeOf(DateOnly? newest, DateOnly day) =>
        newest is not { } on ? EvidenceAge.Never
        : on > day.AddMonths(-3) ? EvidenceAge.Recent
        : day.DayNumber - on.DayNumber <= Thresholds.Default.EvidenceMaxAgeDays ? EvidenceAge.WithinTheLimit
        : EvidenceAge.TooOld;

    /// <summary>The unknown last whichever way, equal ones by code with its numbers as numbers.</summary>
    public static List<ExpectedRow> Sorted(this IEnumerable<ExpectedRow> rows, RegisterSort sort, bool descending)
    {
        var sorted = rows.ToList();
        sorted.Sort((a, b) =>
        {
            var (x, y) = (Key(a, sort), Key(b, sort));
            if (x is null || y is null) return x is null && y is null ? Codes(a, b) : x is null ? 1 : -1;
            var order = sort switch
            {
                RegisterSort.Code => Codes(a, b),
                RegisterSort.Title => string.CompareOrdinal((string)x, (string)y),
                _ => Comparer<object>.Default.Compare(x, y),
            };
            return order != 0 ? (descending ? -order : order) : Codes(a, b);
        });
        return sorted;
    }

    private static object? Key(ExpectedRow row, RegisterSort sort) => sort switch
    {
        RegisterSort.Title => FoldedText.SortKey(row.Initiative.Title),
        RegisterSort.Category => row.Initiative.Category.Position,
        RegisterSort.Stage => row.Finding.Stage,
        RegisterSort.Status => row.Finding.Status,
        RegisterSort.Start => row.Initiative.Start?.FirstDay,
        RegisterSort.End => row.Initiative.End?.FirstDay,
        RegisterSort.Progress => row.Countable == 0 ? null : (double)row.Met / row.Countable,
        RegisterSort.Updated => row.StatusAsOf?.FirstDay,
        _ => row.Code,
    };

    private static int Codes(ExpectedRow a, ExpectedRow b)
    {
        var (x, y) = (CodeParts().Match(a.Code).Groups, CodeParts().Match(b.Code).Groups);
        var byPrefix = string.CompareOrdinal(x[1].Value, y[1].Value);
        return byPrefix != 0 ? byPrefix : int.Parse(x[2].ValueSpan, null).CompareTo(int.Parse(y[2].ValueSpan, null));
    }

    private static bool HasText(Initiative i, string? text)
    {
        var own = SearchText.Of(Names(i));
        List<string> shared =
        [
            SearchText.Of([i.Category.Name]),
            .. i.Contributions.Select(c => SearchText.Of([c.Outcome.Objective.FocusArea.Name])),
            .. i.Exercises.Select(x => SearchText.Of([x.Name, .. x.Editions.Select(d => d.Label)])),
        ];
        return SearchQuery.Of(text).Terms.All(t => t.IsIn(own) || shared.Any(t.IsIn));
    }

    private static IEnumerable<string?> Names(Initiative i) =>
    [
        i.Code, i.Title, i.Description, i.Agreement?.Code, i.Agreement?.Title,
        .. i.Participations.Select(p => p.Organization).SelectMany(o => new[] { o.Name, o.LocalName, o.Abbreviation }),
        .. i.Sites.SelectMany(s => new[] { s.Name, s.Icao }),
        .. i.Milestones.SelectMany(m => new[] { m.Code, m.Title }),
        .. i.Indicators.SelectMany(x => new[] { x.Code, x.Name }),
    ];

    private static bool Any<T>(IReadOnlyList<T> chosen, Predicate<T> matches) => chosen.Count == 0 || chosen.Any(c => matches(c));

    [GeneratedRegex("^([A-Z]+)-([0-9]+)$")]
    private static partial Regex CodeParts();
}
