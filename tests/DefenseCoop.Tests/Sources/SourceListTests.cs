using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Sources;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Sources;

/// <summary>The list of sources, filtered, sorted and paged, agrees with the same done by hand.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class SourceListTests(StarterSite site)
{
    private static readonly Moment Today = new(StarterSite.Today);

    public static TheoryData<string, SourceQuery> Queries { get; } = new()
    {
        { "all", new SourceQuery() },
        { "one tier", new SourceQuery { Tiers = [SourceTier.Primary] } },
        { "two tiers", new SourceQuery { Tiers = [SourceTier.Press, SourceTier.Secondary] } },
        { "a year", new SourceQuery { Year = 2025 } },
        { "a year of nothing", new SourceQuery { Year = 1066 } },
        { "needs a check", new SourceQuery { NeedsCheck = true } },
        { "rests on nothing", new SourceQuery { IsUnused = true } },
        { "both, which is nothing", new SourceQuery { NeedsCheck = true, IsUnused = true } },
        { "a publisher", new SourceQuery { Publishers = ["NATO"] } },
        { "by title", new SourceQuery { Sort = SourceSort.Title } },
        { "by title, descending", new SourceQuery { Sort = SourceSort.Title, Descending = true } },
        { "by date", new SourceQuery { Sort = SourceSort.Date } },
        { "by date, descending, of a tier", new SourceQuery { Sort = SourceSort.Date, Descending = true, Tiers = [SourceTier.Press] } },
        { "by tier", new SourceQuery { Sort = SourceSort.Tier } },
        { "by facts, descending", new SourceQuery { Sort = SourceSort.Facts, Descending = true } },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Read_AnyQuery_IsWhatIsFoundByHand(string label, SourceQuery query)
    {
        await using var db = site.NewContext();
        var sources = await db.Sources.AsNoTracking().ToListAsync(Stop);
        var citations = await db.Citations.AsNoTracking().Include(c => c.Source).ToListAsync(Stop);
        var facts = citations.ToLookup(c => (c.Kind, c.SubjectCode, c.Aspect));
        var counts = citations.CountBy(c => c.SourceId).ToDictionary();
        var checks = facts.Where(f => f.All(c => c.Source.Tier == SourceTier.Secondary))
            .SelectMany(f => f).Select(c => c.SourceId).ToHashSet();
        foreach (var day in new[] { StarterSite.Today, new DateOnly(2025, 6, 30), new DateOnly(2024, 1, 1) })
        {
            var expected = sources.Where(s => !(s.Published?.FirstDay > day)
                && (query.Tiers.Count == 0 || query.Tiers.Contains(s.Tier))
                && (query.Publishers.Count == 0 || query.Publishers.Contains(s.Publisher))
                && (query.Year is null || s.Published?.FirstDay.Year == query.Year)
                && (!query.NeedsCheck || checks.Contains(s.Id)) && (!query.IsUnused || !counts.ContainsKey(s.Id)));
            var sorted = Sorted(expected, query, s => counts.GetValueOrDefault(s.Id))
                .Select(s => $"{s.Code} {counts.GetValueOrDefault(s.Id)}")
                .ToList();

            var found = await AllAsync(query, Today with { Day = day });

            Assert.True(
                sorted.SequenceEqual(found.Select(r => $"{r.Source.Code} {r.FactCount}")),
                $"{label} on {day:O}: {found.Count} of {sorted.Count}");
        }
    }

    [Theory]
    [InlineData(SourceSort.Publisher)]
    [InlineData(SourceSort.Title)]
    public async Task Read_DanishNames_AreInDanishOrderWhateverTheirCase(SourceSort sort)
    {
        string[] names = ["aalborg", "ALTINGET", "Berlingske", "Zetland", "Ærø Avis", "\u00D8stjylland", "ÅRHUS"];
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.NewContext())
        {
            db.AddRange(
                names.Reverse()
                    .Select((n, i) => Source.Create($"S-DANISH-{i}", n, n, $"https://example.org/{i}", SourceTier.Press)));
            await db.SaveRecordsAsync();
        }

        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddDefenseCoopData(database.Options)
            .BuildServiceProvider();
        foreach (var descending in new[] { false, true })
        {
            var query = new SourceQuery { Text = "example.org", Sort = sort, Descending = descending };
            var found = await services.GetRequiredService<SourceQueries>().ReadAsync(query, Today, null, Stop);
            Assert.Equal(descending ? names.Reverse() : names, found.Rows.Select(r => r.Source.Title));
        }
    }

    [Theory]
    [InlineData("s-fmn-exp", "S-FMN-EXP")]
    [InlineData("danish expenditure DEFENCE", "S-FMN-EXP")]
    [InlineData("afp dca", "S-AFP-DCA")]
    public async Task Read_WordsOfASource_FindIt(string text, string code)
    {
        var found = await AllAsync(new SourceQuery { Text = text }, Today);

        Assert.InRange(found.Count, 1, 20);
        Assert.Contains(code, found.Select(r => r.Source.Code));
    }

    [Fact]
    public async Task Page_OfASource_IsTheOneThatHasIt()
    {
        var all = await AllAsync(new SourceQuery(), Today);
        foreach (var (place, row) in all.Index().Where(r => r.Index % 29 == 0))
        {
            var page = await site.GetAsync(AppUrls.Sources(new DayChoice(StarterSite.Today, StarterSite.Today), row.Source.Code), Stop);

            Assert.NotNull(page.Document.GetElementById(row.Source.Code));
            Assert.Contains($"{(place / 50 * 50) + 1} to ", HtmlPage.Words(page.All("caption").Single()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?q=x&publisher=NATO&tier=1&tier=3&year=2025&check=yes&unused=yes&sort=-date&page=2")]
    [InlineData("?sort=facts")]
    [InlineData("")]
    public void Parameters_Written_SayWhatWasRead(string query)
    {
        var values = new QueryValues($"http://localhost/sources{query}");
        var read = SourceParameters.Read(values, ["NATO"]);

        Assert.Empty(values.Notes);
        Assert.Equal(query.TrimStart('?'), string.Join('&', SourceParameters.Write(read).Select(p => $"{p.Key}={p.Value}")));
    }

    [Theory]
    [InlineData("nato", "")]
    [InlineData(" NATO ", "")]
    [InlineData("danish ministry of DEFENCE", "")]
    [InlineData("Danish\u00A0Ministry\u200B of Defence", "")]
    [InlineData("Nobody", "publisher=Nobody: no source of this day is published by it.")]
    public async Task Publisher_HoweverItIsWritten_IsFoundAndShownAsItIsCalled(string written, string note)
    {
        var page = await site.GetAsync($"/sources?publisher={Uri.EscapeDataString(written)}", Stop);

        Assert.StartsWith(note, page.Notes, StringComparison.Ordinal);
        Assert.Equal(note.Length == 0, page.Notes.Length == 0);
        Assert.Equal(note.Length == 0, page.Total > 0);
        var chosen = page.All("select[name=publisher] option[selected]").Select(HtmlPage.Words).ToList();
        if (note.Length == 0) Assert.True(FoldedText.AreSame(written, Assert.Single(chosen)), string.Join(", ", chosen));
    }

    [Theory]
    [InlineData("tier=4", "tiers are 1, 2 and 3")]
    [InlineData("year=soon", "a year has four digits")]
    [InlineData("check=maybe", "use yes")]
    [InlineData("sort=color", "use publisher, title, date, tier, facts")]
    [InlineData("page=0", "pages are counted from 1")]
    public void Parameters_ThatCannotBeUsed_AreNoted(string query, string note)
    {
        var values = new QueryValues($"http://localhost/sources?{query}");
        var read = SourceParameters.Read(values, ["NATO"]);

        Assert.Contains(note, Assert.Single(values.Notes), StringComparison.Ordinal);
        Assert.Empty(SourceParameters.Write(read));
    }

    [Fact]
    public void Facts_OfASource_AreToldInWordsByInitiative()
    {
        RestingFact[] facts =
        [
            new(SubjectKind.Initiative, "DT-1", Aspect.Start, "DT-1", null, null),
            new(SubjectKind.Milestone, "DT-1-M1", Aspect.Record, "DT-1", null, null),
            new(SubjectKind.Reading, "R1", Aspect.Record, "DT-1", null, ("IN-DT1-DELIV", "Delivered")),
            new(SubjectKind.Reading, "R2", Aspect.Record, "DT-1", null, ("IN-DT1-DELIV", "Delivered")),
            new(SubjectKind.Milestone, "BE-1-M6", Aspect.Record, "BE-1", null, null),
            new(SubjectKind.SpendingFigure, "SPEND-1", Aspect.Record, null, "defense-spending", null),
            new(SubjectKind.Recommendation, "REC-1", Aspect.Record, null, null, null),
        ];

        var told = RestingWords.Of(facts, new DayChoice(StarterSite.Today, StarterSite.Today))
            .Select(p => $"{p.Place}: {p.Words} → {p.Url}");

        Assert.Equal(
            [
                "BE-1: 1 milestone → /initiatives/BE-1#BE-1-M6",
                "DT-1: start; Delivered, 2 readings; 1 milestone → /initiatives/DT-1",
                "Defense spending: 1 figure of spending → /focus-areas/defense-spending#SPEND-1",
                "Recommendations: 1 recommendation → /recommendations",
            ],
            told);
    }

    private static IEnumerable<Source> Sorted(IEnumerable<Source> sources, SourceQuery query, Func<Source, int> count)
    {
        IOrderedEnumerable<Source> sorted = (query.Sort, query.Descending) switch
        {
            (SourceSort.Title, false) => sources.OrderBy(s => s.Title, Danish),
            (SourceSort.Title, true) => sources.OrderByDescending(s => s.Title, Danish),
            (SourceSort.Date, false) => sources.OrderBy(s => s.Published is null).ThenBy(s => Key(s.Published), StringComparer.Ordinal),
            (SourceSort.Date, true) =>
                sources.OrderBy(s => s.Published is null).ThenByDescending(s => Key(s.Published), StringComparer.Ordinal),
            (SourceSort.Tier, _) => sources.OrderBy(s => s.Tier),
            (SourceSort.Facts, _) => sources.OrderByDescending(count),
            _ => sources.OrderBy(s => s.Publisher, Danish),
        };
        return sorted.ThenBy(s => s.Publisher, Danish).ThenBy(s => s.Title, Danish).ThenBy(s => s.Id);
    }

    private static IComparer<string> Danish { get; } =
        Comparer<string>.Create((a, b) => string.CompareOrdinal(FoldedText.SortKey(a), FoldedText.SortKey(b)));

    /// <summary>By the first possible day; of those with the same one the longer time comes first.</summary>
    private static string Key(PartialDate? date) => date is { } known ? $"{known.FirstDay:O}{(int)known.Precision}" : "";

    private async Task<List<SourceRow>> AllAsync(SourceQuery query, Moment moment)
    {
        List<SourceRow> rows = [];
        for (var page = 1; ; page++)
        {
            var result = await site.Get<SourceQueries>().ReadAsync(query with { Page = page }, moment, null, Stop);
            rows.AddRange(result.Rows);
            Assert.InRange(result.Rows.Count, 0, SourceQuery.Size);
            if (page < result.Pages) continue;
            Assert.Equal(result.Total, rows.Count);
            return rows;
        }
    }
}
