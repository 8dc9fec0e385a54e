using CsCheck;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Web.Initiatives.Register;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>The register's query in an address, and as chips.</summary>
[Collection(GeneratedRegisterTests.Name)]
public sealed class RegisterParametersTests(GeneratedRegister register)
{
    private static readonly DayChoice Today = new(GeneratedRegister.Today, GeneratedRegister.Today);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhatWriteWrote_IsTheSameQuery()
    {
        var words = await WordsAsync();
        foreach (var query in Query(words).Take(1_000))
        {
            var values = new QueryValues(AppUrls.Register(query, Today));

            Assert.Equal(Say(query), Say(RegisterParameters.Read(values, words)));
            Assert.Equal(SearchQuery.Of(query.Text).Unusable.Count == 0 ? 0 : 1, values.Notes.Count);
        }
    }

    [Theory]
    [InlineData("F35 %26 ***", "“&”, “***” were not searched for: a search takes up to 16 words of letters and digits.")]
    [InlineData("— Thule", "“—” was not searched for: a search takes up to 16 words of letters and digits.")]
    [InlineData(
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "“17” was not searched for: a search takes up to 16 words of letters and digits.")]
    public async Task Read_WordsThatNothingIsFoundBy_AreTold(string text, string note)
    {
        var values = new QueryValues($"/initiatives?q={text.Replace(' ', '+')}");

        RegisterParameters.Read(values, await WordsAsync());

        Assert.Equal([note], values.Notes);
    }

    [Fact]
    public async Task Read_PastDayInTheAddress_KeepsQueryAndDay()
    {
        var words = await WordsAsync();
        var past = new DayChoice(new DateOnly(2025, 6, 11), GeneratedRegister.Today);
        foreach (var query in Query(words).Take(100))
        {
            var values = new QueryValues(AppUrls.Register(query, past));

            Assert.Equal(Say(query), Say(RegisterParameters.Read(values, words)));
            Assert.Equal(past, DayChoice.Of(values, FixedClock.Start.UtcDateTime));
        }
    }

    [Fact]
    public async Task Write_Query_UsesOnlyTheNamesOfTheContract()
    {
        string[] contract =
        [
            "q", "category", "focusArea", "stage", "status", "lead", "site",
            "from", "to", "evidenceAge", "provenance", "sort", "page", "size",
        ];
        var written = Query(await WordsAsync()).Take(300).SelectMany(RegisterParameters.Write).Select(p => p.Key).Distinct();

        Assert.Equal(contract.Order(), written.Order());
        Assert.Equal(contract.Order(), RegisterParameters.Names.Order());
        Assert.Empty(RegisterParameters.Write(new RegisterQuery()));
    }

    [Fact]
    public async Task Chips_EachRemoved_GivesTheQueryWithoutExactlyThat()
    {
        var words = await WordsAsync();
        foreach (var query in Query(words).Take(500))
        {
            var whole = Filters(query);
            var chips = RegisterChips.Of(query, words);

            Assert.Equal(whole.Count, chips.Count);
            var removed = chips.Select(chip =>
            {
                var rest = Filters(chip.Without);
                Assert.Equal(whole.Count - 1, rest.Count);
                Assert.Equal(
                    (query.Sort, query.Descending, query.Size, 1),
                    (chip.Without.Sort, chip.Without.Descending, chip.Without.Size, chip.Without.Page));
                return Assert.Single(whole.Except(rest));
            });
            Assert.Equal(whole, removed);
        }
    }

    [Fact]
    public async Task Chips_Words_NameFilterAndValue()
    {
        var query = new RegisterQuery
        {
            Text = "radar",
            Categories = ["cybersecurity"],
            Stages = [Stage.UnderWay],
            Statuses = [AssessedStatus.OffTrack],
            From = new DateOnly(2025, 3, 1),
            EvidenceAges = [EvidenceAge.TooOld],
            Provenances = [Provenance.Illustrative],
        };

        Assert.Equal(
            [
                "Text: radar", "Category: Cybersecurity cooperation", "Stage: Under way", "Status: Off track",
                "From 1 Mar 2025", "Newest evidence: Over 12 months", "Provenance: Illustrative",
            ],
            RegisterChips.Of(query, await WordsAsync()).Select(c => c.Words));
    }

    private static Gen<RegisterQuery> Query(RegisterVocabulary words) =>
        from text in Gen.OneOf(
            Gen.Const(""), Gen.String[Gen.Char[' ', '~'], 1, 40], Gen.OneOf(Gen.Const("æøå & =?#%+"), Gen.Const("<b>\"'")))
        from categories in Samples.FewOf([.. words.Categories.All.Select(t => t.Code)])
        from areas in Samples.FewOf([.. words.FocusAreas.All.Select(t => t.Code)])
        from leads in Samples.FewOf([.. words.Leads.All.Select(t => t.Code)])
        from sites in Samples.FewOf([.. words.Sites.All.Select(t => t.Code)])
        from stages in Samples.FewOf(Enum.GetValues<Stage>())
        from statuses in Samples.FewOf(Enum.GetValues<AssessedStatus>())
        from ages in Samples.FewOf(Enum.GetValues<EvidenceAge>())
        from provenances in Samples.FewOf([Provenance.Confirmed, Provenance.Illustrative])
        from window in Gen.Select(Gen.Int[-700_000, 2_900_000], Gen.Int[0, 3000], Gen.Int[0, 3])
        from sort in Samples.OneOf(Enum.GetValues<RegisterSort>())
        from fromTheEnd in Gen.Bool
        from page in Gen.Int[1, 5]
        from size in Samples.OneOf(RegisterQuery.Sizes)
        select new RegisterQuery
        {
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            Categories = categories,
            FocusAreas = areas,
            Leads = leads,
            Sites = sites,
            Stages = stages,
            Statuses = statuses,
            EvidenceAges = ages,
            Provenances = provenances,
            From = window.Item3 is 1 or 3 ? GeneratedRegister.Today.AddDays(window.Item1) : null,
            To = window.Item3 is 2 or 3 ? GeneratedRegister.Today.AddDays(window.Item1 + window.Item2) : null,
            Sort = sort,
            Descending = fromTheEnd,
            Page = page,
            Size = size,
        };

    /// <summary>The filters of a query one by one, in the order of the form.</summary>
    private static List<string> Filters(RegisterQuery q) =>
    [
        .. q.Text is null ? [] : new[] { $"text {q.Text}" },
        .. q.Categories.Select(c => $"category {c}"),
        .. q.FocusAreas.Select(a => $"area {a}"),
        .. q.Stages.Select(s => $"stage {s}"),
        .. q.Statuses.Select(s => $"status {s}"),
        .. q.Leads.Select(l => $"lead {l}"),
        .. q.Sites.Select(s => $"site {s}"),
        .. q.From is null ? [] : new[] { $"from {q.From}" },
        .. q.To is null ? [] : new[] { $"to {q.To}" },
        .. q.EvidenceAges.Select(a => $"age {a}"),
        .. q.Provenances.Select(p => $"provenance {p}"),
    ];

    private static string Say(RegisterQuery q) =>
        string.Join("; ", Filters(q).Append($"sort {q.Sort} {q.Descending}").Append($"page {q.Page} of {q.Size}"));

    private async Task<RegisterVocabulary> WordsAsync() => await register.Get<RegisterQueries>().VocabularyAsync(Stop);
}
