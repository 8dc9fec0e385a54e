using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Text;
using DefenseCoop.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>No two records have one code, whatever their kinds: they stand on one page, each at its code.</summary>
public sealed class CodeTests(EditStage stage) : IClassFixture<EditStage>
{
    /// <summary>The kinds of which a new record can be given a code.</summary>
    public static TheoryData<RecordKind, string> Kinds { get; } = new()
    {
        { RecordKind.Initiative, "initiative" }, { RecordKind.Milestone, "milestone" },
        { RecordKind.Indicator, "indicator" }, { RecordKind.Reading, "reading" },
        { RecordKind.Exercise, "exercise" }, { RecordKind.Edition, "exercise edition" },
        { RecordKind.SpendingFigure, "spending figure" }, { RecordKind.Objective, "objective" },
        { RecordKind.Outcome, "expected outcome" }, { RecordKind.Contribution, "contribution" },
        { RecordKind.Recommendation, "recommendation" },
        { RecordKind.Organization, "organization" },
        { RecordKind.Source, "source" }, { RecordKind.Site, "site" }, { RecordKind.Agreement, "agreement" }, { RecordKind.Event, "event" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Taken_ACodeOfAnyKind_IsFoundHoweverItIsWritten(RecordKind kind, string noun)
    {
        await using var db = stage.NewContext();
        var code = await RoundTripTests.Codes(db, kind).OrderBy(c => c).FirstAsync(Ct);

        foreach (var written in new[] { code, code.ToUpperInvariant(), code.ToLowerInvariant() })
        {
            Assert.Equal(new TakenCode(code, noun), await Codes.TakenAsync(db, written, Ct));
        }
    }

    [Fact]
    public void Kinds_WhoseFormsAskForACode_AreAllAmongThem()
    {
        var asked = FormCatalog.Names.Select(f => FormCatalog.Find(f)!)
            .Where(t => t.Fields(SpecUse.New).Any(f => f.Spec.Name == "Code")).Select(t => t.Kind).ToHashSet();

        Assert.True(asked.Count > 8);
        Assert.Subset(Kinds.Select(k => k.Data.Item1).ToHashSet(), asked);
    }

    /// <summary>Within all kinds, so that what was made so far can have made none.</summary>
    [Fact]
    public async Task Codes_OfTheStarterData_AreOneRecordsEach()
    {
        await using var db = stage.NewContext();
        List<string> codes = [];
        foreach (var kind in Kinds.Select(k => k.Data.Item1)) codes.AddRange(await RoundTripTests.Codes(db, kind).ToListAsync(Ct));

        Assert.True(codes.Count > 500, $"Only {codes.Count} codes were read.");
        Assert.Equal("", string.Join(", ", codes.GroupBy(c => c, FoldedText.Comparer).Where(g => g.Count() > 1).Select(g => g.Key)));
    }

    [Theory]
    [InlineData(
        "indicator", "BE-1", "Name=N;Unit=sites;Code=be-1-m1",
        "The code BE-1-M1 is taken by a milestone, and both would stand at the same place: write another code.")]
    [InlineData(
        "milestone", "BE-1", "Title=T;Code=in-be1-SITES",
        "The code IN-BE1-SITES is taken by an indicator, and both would stand at the same place: write another code.")]
    [InlineData(
        "reading", "IN-BE1-SITES", "Value=3;Code=BE-1-M1",
        "The code BE-1-M1 is taken by a milestone, and both would stand at the same place: write another code.")]
    [InlineData(
        "exercise", null, "Name=N;Code=be-1",
        "The code BE-1 is taken by an initiative, and both would stand at the same place: write another code.")]
    public async Task Save_WithACodeOfAnotherKind_IsRefusedByName(string form, string? of, string typed, string message)
    {
        (string, string)[] changes = [.. typed.Split(';').Select(t => t.Split('=')).Select(t => (t[0], t[1]))];

        var result = await stage.SaveAsync(form, null, of, changes);

        Assert.Null(result.ChangeSetId);
        Assert.Contains(message, result.Problems.Where(p => p.Field == "Code").Select(p => p.Message));
    }

    [Fact]
    public async Task Made_BesideOneInSmallLetters_IsAnother()
    {
        var first = (await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-BE1-SITES")).Values["Code"];
        var taken = await stage.SaveAsync(
            FormNames.Reading, null, "IN-DT1-DELIV", ("Code", first.ToLowerInvariant()),
            ("Period", "Sep 2026"), ("Value", "27"), ("Sources", "S-FMN-2433"));
        Assert.Empty(taken.Problems);

        var next = (await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-BE1-SITES")).Values["Code"];

        Assert.False(FoldedText.AreSame(first, next), $"{first} and {next}");
        await using var db = stage.NewContext();
        Assert.Null(await Codes.TakenAsync(db, next, Ct));
    }

    [Fact]
    public void Places_OfTwoKindsAtOneCode_AreTwoAndStay()
    {
        var places = new PagePlaces();

        Assert.Equal(["BE-1-M1", "also-BE-1-M1", "also-also-BE-1-M1"], [
            places.Of(RecordKind.Milestone, "BE-1-M1"), places.Of(RecordKind.Indicator, "BE-1-M1"), places.Of(RecordKind.Site, "BE-1-M1")]);
        Assert.Equal(["also-BE-1-M1", "BE-1-M1"], [places.Of(RecordKind.Indicator, "BE-1-M1"), places.Of(RecordKind.Milestone, "BE-1-M1")]);
    }
}
