using System.Globalization;
using CsCheck;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>What the register shows, in SQL for today and computed for another day, is what the rules give.</summary>
[Collection(GeneratedRegisterTests.Name)]
public sealed class RegisterAgreementTests(GeneratedRegister register)
{
    public static TheoryData<string> Days => GeneratedRegister.Days;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RegisterQueries Queries => register.Get<RegisterQueries>();

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_NoFilter_ShowsWhatTheRulesGive(string asOf)
    {
        var expected = On(asOf);

        var rows = await AllAsync(new RegisterQuery(), expected.Day);

        Assert.Equal(expected.Rows.Sorted(RegisterSort.Code, false).Select(Shown), rows);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_EachFilterValue_GivesExactlyTheRowsOfTheRules(string asOf)
    {
        var expected = On(asOf);
        var words = await Queries.VocabularyAsync(Stop);
        List<RegisterQuery> queries =
        [
            .. Enum.GetValues<AssessedStatus>().Select(s => new RegisterQuery { Statuses = [s] }),
            .. Enum.GetValues<Stage>().Select(s => new RegisterQuery { Stages = [s] }),
            .. Enum.GetValues<EvidenceAge>().Select(a => new RegisterQuery { EvidenceAges = [a] }),
            new() { EvidenceAges = [EvidenceAge.Recent, EvidenceAge.Never] },
            .. Enum.GetValues<Provenance>().Select(p => new RegisterQuery { Provenances = [p] }),
            .. words.Categories.All.Select(t => new RegisterQuery { Categories = [t.Code] }),
            .. words.FocusAreas.All.Select(t => new RegisterQuery { FocusAreas = [t.Code] }),
            .. words.Leads.All.Select(t => new RegisterQuery { Leads = [t.Code] }),
            .. words.Sites.All.Select(t => new RegisterQuery { Sites = [t.Code] }),
            .. Windows().SelectMany(
                d => new[] { new RegisterQuery { From = d }, new RegisterQuery { To = d }, new RegisterQuery { From = d, To = d } }),
            .. Texts.Select(t => new RegisterQuery { Text = t }),
        ];

        foreach (var query in queries) await AssertAgreesAsync(query, expected);
        Assert.Equal(7, words.FocusAreas.All.Count);
        Assert.True(words.Leads.All.Count > 20 && words.Sites.All.Count > 10, "The filters have too few values to prove anything.");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_CombinedFilters_GiveExactlyTheRowsOfTheRules(string asOf)
    {
        var expected = On(asOf);
        var words = await Queries.VocabularyAsync(Stop);
        var found = 0;

        foreach (var query in Query(words).Take(80)) found += await AssertAgreesAsync(query, expected) > 0 ? 1 : 0;

        Assert.True(found > 15, $"Only {found} of 80 queries found anything.");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_EachSortBothWays_IsThePlainSort(string asOf)
    {
        var expected = On(asOf);
        foreach (var sort in Enum.GetValues<RegisterSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                var rows = await AllAsync(new RegisterQuery { Sort = sort, Descending = descending, Size = 200 }, expected.Day);

                Assert.Equal(expected.Rows.Sorted(sort, descending).Select(r => r.Code), rows.Select(r => r.Code));
            }
        }
    }

    [Theory]
    [InlineData("2026-11-23", 25)]
    [InlineData("2026-11-23", 50)]
    [InlineData("2026-11-23", 100)]
    [InlineData("2026-11-23", 200)]
    [InlineData("2025-01-01", 25)]
    [InlineData("2025-01-01", 200)]
    public async Task ReadAsync_PageAfterPage_CoversEverythingOnce(string asOf, int size)
    {
        var expected = On(asOf);
        var query = new RegisterQuery { Sort = RegisterSort.Status, Size = size };
        var first = await Queries.ReadAsync(query, expected.Day, Stop);

        List<string> codes = [];
        for (var page = 1; page <= first.Pages; page++)
        {
            var result = await Queries.ReadAsync(query with { Page = page }, expected.Day, Stop);
            Assert.Equal((page, first.Pages, first.Total), (result.Page, result.Pages, result.Total));
            Assert.Equal(page < first.Pages ? size : first.Total - (size * (first.Pages - 1)), result.Rows.Count);
            codes.AddRange(result.Rows.Select(r => r.Code));
        }

        Assert.Equal(expected.Rows.Count, first.Total);
        Assert.Equal(expected.Rows.Sorted(RegisterSort.Status, false).Select(r => r.Code), codes);
    }

    [Theory]
    [InlineData("before the first page", 0, 1)]
    [InlineData("far after the last page", 100_000, -1)]
    public async Task ReadAsync_PageThatIsNone_GivesTheNearest(string label, int page, int given)
    {
        var last = (await Queries.ReadAsync(new RegisterQuery(), GeneratedRegister.Today, Stop)).Pages;

        var result = await Queries.ReadAsync(new RegisterQuery { Page = page }, GeneratedRegister.Today, Stop);

        Assert.True((given == -1 ? last : given) == result.Page, $"{label}: {result.Page}");
        Assert.NotEmpty(result.Rows);
    }

    [Fact]
    public async Task CountAsync_LooserQueries_CountsWhatReadingThemFinds()
    {
        var words = await Queries.VocabularyAsync(Stop);
        var queries = Query(words).Take(40).ToList();
        foreach (var day in new[] { GeneratedRegister.Today, new DateOnly(2024, 2, 29) })
        {
            var counts = await Queries.CountAsync(queries, day, Stop);

            Assert.Equal(queries.Select(q => register.On(day).Rows.Where(q).Count()), counts);
        }
    }

    private static readonly string[] Texts =
    [
        "BE-1", "be-", "Synthetic radar", "GREENLAND", "f-35", "F 35", "100%", "_", "%",
        "'", "\\", "Kalaallit", "Thule", "air base thule", "Lockheed", "æ", "no such words",
    ];

    private static IEnumerable<DateOnly> Windows() =>
        [
            new(1951, 4, 27), new(1972, 1, 1), new(2022, 2, 10), new(2024, 12, 31),
            new(2025, 1, 1), new(2026, 11, 23), new(2029, 12, 31), new(2035, 12, 31),
        ];

    private static Gen<RegisterQuery> Query(RegisterVocabulary words) =>
        from categories in Samples.FewOf([.. words.Categories.All.Select(t => t.Code)])
        from areas in Samples.FewOf([.. words.FocusAreas.All.Select(t => t.Code)])
        from stages in Samples.FewOf(Enum.GetValues<Stage>())
        from statuses in Samples.FewOf(Enum.GetValues<AssessedStatus>())
        from leads in Gen.Frequency((5, Gen.Const<IReadOnlyList<string>>([])), (1, Samples.FewOf([.. words.Leads.All.Select(t => t.Code)])))
        from sites in Gen.Frequency((5, Gen.Const<IReadOnlyList<string>>([])), (1, Samples.FewOf([.. words.Sites.All.Select(t => t.Code)])))
        from provenances in Gen.Frequency(
            (4, Gen.Const<IReadOnlyList<Provenance>>([])), (1, Samples.FewOf([Provenance.Confirmed, Provenance.Illustrative])))
        from ages in Gen.Frequency((4, Gen.Const<IReadOnlyList<EvidenceAge>>([])), (1, Samples.FewOf(Enum.GetValues<EvidenceAge>())))
        from text in Gen.Frequency((5, Gen.Const((string?)null)), (1, Samples.OneOf(Texts).Select(t => (string?)t)))
        from window in Gen.Select(Gen.Int[-3000, 2500], Gen.Int[0, 3000], Gen.Int[0, 3])
        from sort in Samples.OneOf(Enum.GetValues<RegisterSort>())
        from fromTheEnd in Gen.Bool
        select new RegisterQuery
        {
            Categories = categories,
            FocusAreas = areas,
            Stages = stages,
            Statuses = statuses,
            Leads = leads,
            Sites = sites,
            Provenances = provenances,
            EvidenceAges = ages,
            Text = text,
            From = window.Item3 is 1 or 3 ? GeneratedRegister.Today.AddDays(window.Item1) : null,
            To = window.Item3 is 2 or 3 ? GeneratedRegister.Today.AddDays(window.Item1 + window.Item2) : null,
            Sort = sort,
            Descending = fromTheEnd,
            Size = 200,
        };

    private static RegisterRow Shown(ExpectedRow r) => new(
        r.Code,
        r.Initiative.Title,
        r.Initiative.Category.Slug,
        r.Initiative.Category.Name,
        r.Finding.Stage,
        r.Finding.Status,
        r.Finding.FirstCause,
        r.Initiative.Start,
        r.Initiative.End,
        string.Join(", ", r.Initiative.Participations.Where(p => p.Role == OrganizationRole.Lead)
            .OrderBy(p => p.Position).Select(p => p.Organization.Abbreviation ?? p.Organization.Name)),
        r.Met,
        r.Countable,
        r.StatusAsOf,
        r.Initiative.Attribution.Provenance);

    private ExpectedDay On(string day) => register.On(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private async Task<int> AssertAgreesAsync(RegisterQuery query, ExpectedDay expected)
    {
        var rows = await AllAsync(query, expected.Day);

        var codes = expected.Rows.Where(query).Sorted(query.Sort, query.Descending).Select(r => r.Code).ToList();
        Assert.True(
            codes.SequenceEqual(rows.Select(r => r.Code)),
            $"{query}: expected {string.Join(' ', codes)}, got {string.Join(' ', rows.Select(r => r.Code))}");
        return rows.Count;
    }

    private async Task<List<RegisterRow>> AllAsync(RegisterQuery query, DateOnly day)
    {
        List<RegisterRow> rows = [];
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var result = await Queries.ReadAsync(query with { Page = page }, day, Stop);
            rows.AddRange(result.Rows);
            pages = result.Pages;
            if (page == pages) Assert.Equal(result.Total, rows.Count);
        }

        return rows;
    }
}
