using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Sources;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Sites as an administrator changes them: what is known of where they are, and where that comes from.</summary>
public sealed class SiteFormTests : IAsyncLifetime
{
    private static readonly (string Field, string Text)[] New =
        [("ShortName", "port"), ("Name", "A new port"), ("Kind", "port"), ("Territory", "DK")];

    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [InlineData("with a coordinate and a source", "56.1", "S-FMN-EXP", "confirmed", Provenance.Confirmed)]
    [InlineData("with a source, without a coordinate", "", "S-FMN-EXP", "confirmed", Provenance.None)]
    [InlineData("with a coordinate of ours", "56.1", "", "illustrative", Provenance.Illustrative)]
    [InlineData("with neither", "", "", "confirmed", Provenance.Illustrative)]
    public async Task New_SaysWhereItsCoordinateComesFrom(
        string label, string degrees, string source, string choice, Provenance provenance)
    {
        await _stage.SavedAsync(
            FormNames.Site, null,
            [.. New, ("Latitude", degrees), ("Longitude", degrees), ("Sources", source), ("Provenance", choice)]);

        Assert.True(provenance == (await _stage.SiteAsync("port"))!.Attribution.Provenance, label);
        Assert.NotNull((await _stage.Register.VocabularyAsync(Stop)).Sites.Find("port"));
    }

    [Fact]
    public async Task WhoseCoordinateBecomesKnown_IsConfirmedByItsSources()
    {
        var seen = (await _stage.SiteAsync("luke"))!;
        Assert.Equal((Provenance.None, null), (seen.Attribution.Provenance, seen.Latitude));

        await _stage.SavedAsync(
            FormNames.Site, "luke",
            ("Latitude", "33.535"), ("Longitude", "-112.383"), ("Provenance", "confirmed"), ("Sources", "S-FMN-EXP"));
        var known = (await _stage.SiteAsync("luke"))!;
        var shown = await _stage.OpenAsync(FormNames.Site, "luke");
        await _stage.SavedAsync(FormNames.Site, "luke", ("Latitude", ""), ("Longitude", ""));

        Assert.Equal((33.535, -112.383, Provenance.Confirmed), (known.Latitude, known.Longitude, known.Attribution.Provenance));
        Assert.Equal(("33.5350", "-112.3830"), (shown.Values["Latitude"], shown.Values["Longitude"]));
        var after = (await _stage.SiteAsync("luke"))!;
        Assert.Equal((Provenance.None, null, null), (after.Attribution.Provenance, after.Latitude, after.Longitude));
    }

    [Theory]
    [InlineData("its name", "Name", "Esbjerg")]
    [InlineData("the note", "Note", "A port of the west coast.")]
    public async Task WithoutSources_StaysAsItIsWhenSomethingElseChanges(string label, string field, string text)
    {
        var seen = (await _stage.SiteAsync("esbjerg"))!;

        await _stage.SavedAsync(FormNames.Site, "esbjerg", (field, text));

        Assert.True(seen.Attribution.Provenance == (await _stage.SiteAsync("esbjerg"))!.Attribution.Provenance, label);
        Assert.Equal(text, (await _stage.OpenAsync(FormNames.Site, "esbjerg")).Values[field]);
    }

    [Theory]
    [InlineData("half of a coordinate", "Longitude=", "Longitude", "Half of the coordinate is missing: ")]
    [InlineData("the other half", "Latitude=", "Latitude", "Half of the coordinate is missing: ")]
    [InlineData("beyond the pole", "Latitude=91", "Latitude", "Latitude goes from −90 to 90 degrees: ")]
    [InlineData("beyond the date line", "Longitude=181", "Longitude", "Longitude goes from −180 to 180 degrees: ")]
    [InlineData("no number", "Latitude=north", "Latitude", "“north” is no number")]
    [InlineData("no airfield", "Icao=ekka", "Icao", "This is no ICAO code: ")]
    [InlineData("no territory", "Territory=INT", "Territory", "This is no territory: ")]
    public async Task WrittenWrongly_IsRefusedAtItsField(string label, string typed, string field, string message)
    {
        var parts = typed.Split('=');

        var problems = await _stage.ProblemsAsync(FormNames.Site, "karup", (parts[0], parts[1]));

        Assert.True(problems[field].StartsWith(message, StringComparison.Ordinal), $"{label}: {problems[field]}");
        Assert.Equal(56.2975, (await _stage.SiteAsync("karup"))!.Latitude);
    }

    /// <summary>A site stands on pages beside records of other kinds, each at its code.</summary>
    [Theory]
    [InlineData("karup", "There is another site with this short name")]
    [InlineData("be-1", "The code BE-1 is taken by an initiative, and both would stand at the same place")]
    [InlineData("dk-fmn", "The code dk-fmn is taken by an organization, and both would stand at the same place")]
    public async Task New_WithACodeThatIsTaken_IsRefused(string code, string message)
    {
        var problems = await _stage.ProblemsAsync(FormNames.Site, null, [.. New, ("ShortName", code)]);

        Assert.StartsWith(message, problems["ShortName"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_OnlyWhereNothingUsesIt()
    {
        await _stage.ProblemsAsync("site-remove", "karup");

        await _stage.SavedAsync("site-remove", "narsarsuaq");

        Assert.Null(await _stage.SiteAsync("narsarsuaq"));
        Assert.Null((await _stage.Register.VocabularyAsync(Stop)).Sites.Find("narsarsuaq"));
        Assert.NotNull(await _stage.SiteAsync("karup"));
    }
}
