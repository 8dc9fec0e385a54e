using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Categories and sites as an administrator changes them, and what the rest of the program makes of new ones.</summary>
public sealed class CategoryAndSiteTests : IAsyncLifetime
{
    private static readonly CategoryValues Category = new("Space surveillance", "What it covers.", 8, ["S-ARTICLE"], null);
    private static readonly SiteValues Site = new("A new port", "port", "DK", null, null, null, [], null);

    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task NewCategory_WithoutFocusArea_IsOfferedAndBreaksNothing()
    {
        var areas = await _stage.People.Get<FocusAreaQueries>().ListAsync(ReferenceStage.Today, Stop);
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Categories.Find("space"));

        await _stage.Categories.AddAsync(_stage.Administrator, "space", Category, Stop);

        var row = (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop))[^1];
        Assert.Equal(("space", 8, 0, false), (row.Slug, row.Place, row.Initiatives, row.HasFocusArea));
        Assert.Equal("Space surveillance", (await _stage.Register.VocabularyAsync(Stop)).Categories.All[^1].Name);
        foreach (var day in new[] { ReferenceStage.Today, ReferenceStage.PastDay })
        {
            Assert.Empty((await _stage.Register.ReadAsync(new RegisterQuery { Categories = ["space"] }, day, Stop)).Rows);
            Assert.Equal(areas.Count, (await _stage.People.Get<FocusAreaQueries>().ListAsync(day, Stop)).Count);
            Assert.Equal(areas.Count, (await _stage.People.Get<SummaryQueries>().ReadAsync(day, Stop)).FocusAreas.Count);
        }

        Assert.Null(await _stage.People.Get<FocusAreaQueries>().FindAsync("space", ReferenceStage.Today, Stop));
    }

    /// <summary>The list of sources leads to the focus area of a category: this one has none to lead to.</summary>
    [Fact]
    public async Task NewCategory_WithASource_IsNoLinkInTheListOfSources()
    {
        await _stage.Categories.AddAsync(_stage.Administrator, "space", Category with { Sources = ["S-FMN-MILE"] }, Stop);

        List<RestingFact> rest = [];
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var result = await _stage.People.Get<SourceQueries>().ReadAsync(new SourceQuery { Page = page }, ReferenceStage.Today, null, Stop);
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
    public async Task Category_Moved_HasItsPlaceAndEachPlaceOneCategory(string label, int place)
    {
        var seen = await _stage.CategoryAsync("cybersecurity");
        var others = await OrderAsync();
        others.Remove("cybersecurity");

        await _stage.Categories.ChangeAsync(_stage.Administrator, "cybersecurity", seen.Version, seen.Values with { Place = place }, Stop);

        others.Insert(place - 1, "cybersecurity");
        Assert.True(others.SequenceEqual(await OrderAsync()), label);
        Assert.Equal(Enumerable.Range(1, 7), (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Place));
    }

    [Theory]
    [InlineData("before the first", 0)]
    [InlineData("after the last", 8)]
    [InlineData("no number", null)]
    public async Task Category_MovedNowhere_IsRefused(string label, int? place)
    {
        var seen = await _stage.CategoryAsync("cybersecurity");
        var before = await OrderAsync();

        var refused = await Assert.ThrowsAsync<InvalidInputException>(
            () => _stage.Categories.ChangeAsync(_stage.Administrator, "cybersecurity", seen.Version, seen.Values with { Place = place }, Stop));

        Assert.True(refused.Field == "Place" && refused.Message.Contains("from 1 to 7", StringComparison.Ordinal), $"{label}: {refused.Message}");
        Assert.Equal(before, await OrderAsync());
    }

    [Fact]
    public async Task Category_Renamed_ShowsInTheRegisterOfEveryDay()
    {
        var query = new RegisterQuery { Categories = ["cybersecurity"], Size = 200 };
        foreach (var day in new[] { ReferenceStage.Today, ReferenceStage.PastDay }) Assert.NotEmpty((await _stage.Register.ReadAsync(query, day, Stop)).Rows);
        var seen = await _stage.CategoryAsync("cybersecurity");

        await _stage.Categories.ChangeAsync(_stage.Administrator, "cybersecurity", seen.Version, seen.Values with { Name = "Cyber" }, Stop);

        foreach (var day in new[] { ReferenceStage.Today, ReferenceStage.PastDay })
        {
            Assert.All((await _stage.Register.ReadAsync(query, day, Stop)).Rows, r => Assert.Equal("Cyber", r.Category));
        }

        var after = await _stage.CategoryAsync("cybersecurity");
        Assert.Equal(Provenance.Confirmed, after.Attribution.Provenance);
        Assert.Equal(seen.Attribution.Note, after.Attribution.Note);
    }

    [Fact]
    public async Task Category_Deleted_OnlyWhereNothingUsesItAndTheOthersMoveUp()
    {
        await _stage.Categories.AddAsync(_stage.Administrator, "space", Category with { Place = 2 }, Stop);
        var used = await _stage.CategoryAsync("cybersecurity");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => _stage.Categories.DeleteAsync(_stage.Administrator, "cybersecurity", used.Version, Stop));
        await _stage.Categories.DeleteAsync(_stage.Administrator, "space", 0, Stop);

        Assert.Matches(@"^It is used by [0-9]+ initiatives \(.+\) and [0-9]+ events? and the focus area Cybersecurity cooperation\. ", refused.Message);
        Assert.Equal(Enumerable.Range(1, 7), (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Place));
        Assert.Empty(await _stage.CitedAsync(SubjectKind.Category, "space"));
    }

    [Theory]
    [InlineData("with a coordinate and a source", 56.1, "S-FMN-EXP", Provenance.Confirmed)]
    [InlineData("with a source, without a coordinate", null, "S-FMN-EXP", Provenance.None)]
    [InlineData("with a coordinate of ours", 56.1, "", Provenance.Illustrative)]
    [InlineData("with neither", null, "", Provenance.Illustrative)]
    public async Task NewSite_SaysWhereItsCoordinateComesFrom(string label, double? degrees, string source, Provenance provenance)
    {
        await _stage.Sites.AddAsync(_stage.Administrator, "port", Site with { Latitude = degrees, Longitude = degrees, Sources = [source] }, Stop);

        var added = await _stage.SiteAsync("port");
        Assert.True(provenance == added.Attribution.Provenance, label);
        Assert.NotNull((await _stage.Register.VocabularyAsync(Stop)).Sites.Find("port"));
    }

    [Fact]
    public async Task Site_WhoseCoordinateBecomesKnown_IsConfirmedByItsSources()
    {
        var seen = await _stage.SiteAsync("luke");
        Assert.Equal((Provenance.None, null), (seen.Attribution.Provenance, seen.Values.Latitude));

        await _stage.Sites.ChangeAsync(_stage.Administrator, "luke", 0, seen.Values with { Latitude = 33.535, Longitude = -112.383, Sources = ["S-FMN-EXP"] }, Stop);
        var known = await _stage.SiteAsync("luke");
        await _stage.Sites.ChangeAsync(_stage.Administrator, "luke", 1, known.Values with { Latitude = null, Longitude = null }, Stop);

        Assert.Equal(Provenance.Confirmed, known.Attribution.Provenance);
        Assert.Equal(Provenance.None, (await _stage.SiteAsync("luke")).Attribution.Provenance);
    }

    [Fact]
    public async Task Site_WithoutSources_StaysAsItIsWhenOnlyItsNameChanges()
    {
        var seen = await _stage.SiteAsync("esbjerg");

        await _stage.Sites.ChangeAsync(_stage.Administrator, "esbjerg", seen.Version, seen.Values with { Name = "Esbjerg" }, Stop);

        var after = await _stage.SiteAsync("esbjerg");
        Assert.Equal(("Esbjerg", seen.Attribution.Provenance, seen.Attribution.Note), (after.Values.Name, after.Attribution.Provenance, after.Attribution.Note));
    }

    [Fact]
    public async Task Site_Deleted_OnlyWhereNothingUsesIt()
    {
        await Assert.ThrowsAsync<ConflictException>(() => _stage.Sites.DeleteAsync(_stage.Administrator, "karup", 0, Stop));

        await _stage.Sites.DeleteAsync(_stage.Administrator, "narsarsuaq", 0, Stop);

        Assert.Null(await _stage.Reference.SiteAsync(_stage.Administrator, "narsarsuaq", Stop));
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Sites.Find("narsarsuaq"));
        Assert.NotNull(await _stage.Reference.SiteAsync(_stage.Administrator, "karup", Stop));
    }

    private async Task<List<string>> OrderAsync() => [.. (await _stage.Reference.CategoriesAsync(_stage.Administrator, Stop)).Select(c => c.Slug)];
}
