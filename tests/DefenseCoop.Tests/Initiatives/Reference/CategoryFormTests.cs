using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain.Sources;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Categories as an administrator changes them, and what the rest of the program makes of new ones.</summary>
public sealed class CategoryFormTests : IAsyncLifetime
{
    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task New_WithoutFocusArea_IsOfferedAndBreaksNothing()
    {
        var areas = await _stage.Editing.Get<FocusAreaQueries>().ListAsync(ReferenceStage.Today, Stop);
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Categories.Find("space"));

        await _stage.AddCategoryAsync("space");

        var row = (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop))[^1];
        Assert.Equal(("space", 8, 0, false), (row.Slug, row.Place, row.Initiatives, row.HasFocusArea));
        Assert.Equal("Space surveillance", (await _stage.Register.VocabularyAsync(Stop)).Categories.All[^1].Name);
        foreach (var day in new[] { ReferenceStage.Today, ReferenceStage.PastDay })
        {
            Assert.Empty((await _stage.Register.ReadAsync(new RegisterQuery { Categories = ["space"] }, day, Stop)).Rows);
            Assert.Equal(areas.Count, (await _stage.Editing.Get<FocusAreaQueries>().ListAsync(day, Stop)).Count);
            Assert.Equal(areas.Count, (await _stage.Editing.Get<SummaryQueries>().ReadAsync(day, Stop)).FocusAreas.Count);
        }

        Assert.Null(await _stage.Editing.Get<FocusAreaQueries>().FindAsync("space", ReferenceStage.Today, Stop));
    }

    /// <summary>The list of sources leads to the focus area of a category: this one has none to lead to.</summary>
    [Fact]
    public async Task New_WithASource_IsNoLinkInTheListOfSources()
    {
        await _stage.AddCategoryAsync("space", ("Provenance", "confirmed"), ("Sources", "S-FMN-MILE"));

        List<RestingFact> rest = [];
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var result = await _stage.Editing.Get<SourceQueries>()
                .ReadAsync(new SourceQuery { Page = page }, ReferenceStage.Today, null, Stop);
            pages = result.Pages;
            rest.AddRange(result.Rows.SelectMany(s => s.Facts));
        }

        var facts = rest.Where(f => f.Kind == SubjectKind.Category).DistinctBy(f => f.Code).ToDictionary(f => f.Code, f => f.FocusAreaSlug);

        Assert.Null(facts["space"]);
        Assert.Equal("cybersecurity", facts["cybersecurity"]);
    }

    [Theory]
    [InlineData("to the front", 1)]
    [InlineData("to the middle", 4)]
    [InlineData("to the end", 7)]
    [InlineData("where it is", 3)]
    public async Task Moved_HasItsPlaceAndEachPlaceOneCategory(string label, int place)
    {
        var others = await OrderAsync();
        others.Remove("cybersecurity");

        await _stage.SaveAsync(FormNames.Category, "cybersecurity", ("Place", $"{place}"));

        others.Insert(place - 1, "cybersecurity");
        Assert.True(others.SequenceEqual(await OrderAsync()), label);
        Assert.Equal(Enumerable.Range(1, 7), (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Place));
    }

    [Theory]
    [InlineData("before the first", "0", "from 1 to 7")]
    [InlineData("after the last", "8", "from 1 to 7")]
    [InlineData("between two", "2.5", "from 1 to 7")]
    [InlineData("nothing", "", "Enter the place in the lists.")]
    [InlineData("no number", "first", "“first” is no number")]
    public async Task MovedNowhere_IsRefused(string label, string place, string message)
    {
        var before = await OrderAsync();

        var problems = await _stage.ProblemsAsync(FormNames.Category, "cybersecurity", ("Place", place));

        Assert.True(problems["Place"].Contains(message, StringComparison.Ordinal), $"{label}: {problems["Place"]}");
        Assert.Equal(before, await OrderAsync());
    }

    [Fact]
    public async Task Renamed_ShowsInTheRegisterOfEveryDay()
    {
        var query = new RegisterQuery { Categories = ["cybersecurity"], Size = 200 };
        var seen = (await _stage.CategoryAsync("cybersecurity"))!;

        await _stage.SavedAsync(FormNames.Category, "cybersecurity", ("Name", "Cyber"));

        foreach (var day in new[] { ReferenceStage.Today, ReferenceStage.PastDay })
        {
            var rows = (await _stage.Register.ReadAsync(query, day, Stop)).Rows;
            Assert.NotEmpty(rows);
            Assert.All(rows, r => Assert.Equal("Cyber", r.Category));
        }

        var after = (await _stage.CategoryAsync("cybersecurity"))!;
        Assert.Equal(
            (Provenance.Confirmed, seen.Attribution.Note, seen.ArticleText),
            (after.Attribution.Provenance, after.Attribution.Note, after.ArticleText));
        Assert.True(after.Version > seen.Version);
    }

    [Fact]
    public async Task Removed_OnlyWhereNothingUsesItAndTheOthersMoveUp()
    {
        await _stage.AddCategoryAsync("space", ("Place", "2"), ("Provenance", "confirmed"), ("Sources", "S-ARTICLE"));

        var refused = await _stage.ProblemsAsync("category-remove", "cybersecurity");
        await _stage.SavedAsync("category-remove", "space");

        Assert.Matches(
            @"^It is used by [0-9]+ initiatives \(.+\) and [0-9]+ events? and the focus area Cybersecurity cooperation\. Only ",
            refused[""]);
        Assert.NotNull(await _stage.CategoryAsync("cybersecurity"));
        Assert.Null(await _stage.CategoryAsync("space"));
        Assert.Equal(Enumerable.Range(1, 7), (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Place));
        Assert.Empty(await _stage.CitedAsync(SubjectKind.Category, "space"));
    }

    [Fact]
    public async Task Removed_CanBeMadeAgainAsItWas()
    {
        var added = await _stage.AddCategoryAsync("space", ("Place", "2"), ("Note", "Of ours."));
        await _stage.SavedAsync("category-remove", "space");

        var form = await _stage.OpenAsync(FormNames.Category, "space", restore: added);
        Assert.Equal(("space", "2", "Of ours."), (form.Values["ShortName"], form.Values["Place"], form.Values["Note"]));
        var result = await _stage.Editing.SendAsync(_stage.Administrator, form);

        Assert.NotNull(result.ChangeSetId);
        Assert.Equal("space", (await OrderAsync())[1]);
    }

    private async Task<List<string>> OrderAsync() =>
        [.. (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Slug)];
}
