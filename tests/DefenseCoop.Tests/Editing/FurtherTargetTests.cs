using DefenseCoop.Data.Fields;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Public targets of an indicator beside the one that status is measured against.</summary>
public sealed class FurtherTargetTests : IAsyncLifetime
{
    private const string Share = "IN-SP1-GDP";

    private readonly EditStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Save_NewFurtherTarget_StandsAtItsPlaceWithItsSourceAndChangesNoStatus()
    {
        var result = await _stage.SaveAsync(
            FormNames.Indicator, Share, null, ("Target4Value", "2"), ("Target4By", "2026-H1"),
            ("Target4Provenance", "confirmed"), ("Target4Sources", "S-DL-DCA"));

        Assert.Empty(result.Problems);
        Assert.Empty(result.Effects);
        var stored = await _stage.StoredAsync(FormNames.Indicator, Share);
        Assert.Equal(("2", "H1 2026", "S-DL-DCA"), (stored["Target4Value"], stored["Target4By"], stored["Target4Sources"]));
        Assert.Equal("3.5", stored["Target1Value"]);
    }

    [Fact]
    public async Task Save_FurtherTargetEmptied_IsRemovedWithItsSourcesAndTheOthersStay()
    {
        var before = await _stage.StoredAsync(FormNames.Indicator, Share);

        var result = await _stage.SaveAsync(FormNames.Indicator, Share, null, ("Target2Value", ""), ("Target2By", ""));

        Assert.Empty(result.Problems);
        var stored = await _stage.StoredAsync(FormNames.Indicator, Share);
        Assert.Equal(("", ""), (stored["Target2Value"], stored["Target2Sources"]));
        Assert.Equal(
            (before["Target3Value"], before["Target3Sources"], before["Target3Note"]),
            (stored["Target3Value"], stored["Target3Sources"], stored["Target3Note"]));
        await using var db = _stage.NewContext();
        Assert.False(await db.Citations.AnyAsync(c => c.SubjectCode == Share + "-T2", Ct));
    }

    [Theory]
    [InlineData("Target4Value", "stands there already", "Target4Value=3.5;Target4By=2035;Target4Provenance=illustrative")]
    [InlineData("Target4Kind", "no target to hold", "Target4Kind=Hold")]
    [InlineData("Target4By", "no target to be reached", "Target4By=2030")]
    [InlineData("Target4Provenance", "say where this target comes from", "Target4Value=9")]
    public async Task Save_FurtherTargetThatCannotBe_IsRefusedAtItsField(string field, string words, string fields)
    {
        var result = await _stage.SaveAsync(
            FormNames.Indicator, Share, null, [.. fields.Split(';').Select(f => (f.Split('=')[0], f.Split('=')[1]))]);

        Assert.Contains(result.Problems, p => p.Field == field && p.Message.Contains(words, StringComparison.Ordinal));
        Assert.Null(result.ChangeSetId);
    }
}
