using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Numbers and periods as people type them, from the form to the record.</summary>
public sealed class TypedValueTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("27 aircraft", 27)]
    [InlineData("1 027", 1027)]
    [InlineData("1\u202F027", 1027)]
    [InlineData("1\u2007027 aircraft", 1027)]
    public async Task Value_AsTheProgramWritesIt_IsThatNumber(string typed, int expected)
    {
        var code = await NewReadingAsync("IN-DT1-DELIV", ("Period", "30 Sep 2026"), ("Value", typed));

        Assert.Equal((expected, "2026-09-30"), await StoredAsync(code));
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("143.000")]
    [InlineData("12.5")]
    [InlineData("12 %")]
    [InlineData("about 27")]
    public async Task Value_ThatCanBeTwoOrNone_IsRefusedAndKept(string typed)
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");

        var result = await stage.SendAsync(stage.Ann, form, ("Period", "2026-09-30"), ("Value", typed), ("Sources", "S-FMN-2433"));

        Assert.Contains(result.Problems, p => p.Field == "Value"
            && p.Message.Contains($"“{typed.Split(' ')[0]}", StringComparison.Ordinal) | p.Message.Contains('“', StringComparison.Ordinal));
        Assert.Equal(typed, result.Values["Value"]);
        Assert.Null(result.ChangeSetId);
    }

    [Fact]
    public async Task Value_TenTimesTheLast_IsPointedOutOnceAndSavedThen()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");
        var values = EditStage.With(form.Values, ("Period", "2026-10"), ("Value", "270"), ("Sources", "S-FMN-2433"));
        EditSubmission Sent(params string[] read) => new(form.Key, form.Base, values, null) { Doubts = read };

        var preview = await stage.Commands.PreviewAsync(stage.Ann, Sent(), Ct);
        var first = await stage.Commands.SaveAsync(stage.Ann, Sent(), Ct);
        Assert.Empty(first.Problems);
        var other = await stage.Commands.SaveAsync(stage.Ann, Sent("Another doubt."), Ct);
        var doubt = Assert.Single(first.Doubts);
        var second = await stage.Commands.SaveAsync(stage.Ann, Sent(doubt.Message), Ct);

        Assert.Equal(("Value", null, null), (doubt.Field, first.ChangeSetId, other.ChangeSetId));
        Assert.Matches("^270 aircraft is about [0-9]+ times the last reading, [0-9]+ aircraft", doubt.Message);
        Assert.Equal(first.Doubts, preview.Doubts);
        Assert.NotNull(second.ChangeSetId);
    }

    [Theory]
    [InlineData("2", 1)]
    [InlineData("20", 0)]
    [InlineData("40", 0)]
    [InlineData("270", 1)]
    public async Task Value_BesideTheLast_IsDoubtedOnlyFarFromIt(string value, int doubts)
    {
        var code = await NewReadingAsync("IN-DT1-DELIV", ("Period", "20 Nov 2026"), ("Value", "27"));
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");

        var preview = await stage.Commands.PreviewAsync(
            stage.Ann,
            new EditSubmission(
                form.Key, form.Base,
                EditStage.With(form.Values, ("Period", "21 Nov 2026"), ("Value", value), ("Sources", "S-FMN-2433")), null),
            Ct);

        Assert.Equal(doubts, preview.Doubts.Count);
        Assert.Empty(preview.Problems);
        await using var db = stage.NewContext();
        Assert.True(await db.Readings.AnyAsync(r => r.Code == code, Ct));
    }

    [Fact]
    public async Task Period_InWords_IsSavedWithTheBoxAndSaidToHaveNoDate()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");
        var values = EditStage.With(
            form.Values, ("Period", "after the last delivery"),
            ("PeriodInWords", FieldSpec.Ticked), ("Value", "27"), ("Sources", "S-FMN-2433"));

        var preview = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);
        var saved = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);

        Assert.Equal(["Its period has no date, so no status can change by it."], preview.Remarks);
        Assert.Empty(preview.Effects);
        Assert.Equal((27, "after the last delivery"), await StoredAsync(saved.Code!));
        var again = await stage.OpenAsync(stage.Ann, FormNames.Reading, saved.Code);
        Assert.Equal(("after the last delivery", FieldSpec.Ticked), (again.Values["Period"], again.Values["PeriodInWords"]));
        var edited = await stage.SendAsync(stage.Ann, again, ("Value", "26"));
        Assert.Empty(edited.Problems);
        Assert.Equal((26, "after the last delivery"), await StoredAsync(saved.Code!));
        var dated = await stage.SendAsync(
            stage.Ann, await stage.OpenAsync(stage.Ann, FormNames.Reading, saved.Code), ("Period", "Nov 2026"), ("PeriodInWords", ""));
        Assert.Empty(dated.Problems);
        Assert.Equal((26, "2026-11"), await StoredAsync(saved.Code!));
    }

    /// <summary>What was stored as words before words needed a box.</summary>
    [Fact]
    public async Task Period_StoredAsWordsThatReadAsADate_StaysWhereSomethingElseIsChanged()
    {
        var code = await NewReadingAsync("IN-DT1-DELIV", ("Period", "2026-08"), ("Value", "25"));
        await using (var db = stage.NewContext())
        {
            var reading = await db.Readings.SingleAsync(r => r.Code == code, Ct);
            reading.Date(Period.Parse("30 Aug 2026"));
            await db.SaveRecordsAsync();
        }

        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, code);
        Assert.Equal(FieldSpec.Ticked, form.Values["PeriodInWords"]);
        var saved = await stage.SendAsync(stage.Ann, form, ("Value", "26"));

        Assert.Empty(saved.Problems);
        Assert.Equal((26, "30 Aug 2026"), await StoredAsync(code));
    }

    [Fact]
    public async Task Period_MarkedAsAnEstimate_IsOneOnlyWithThatKind()
    {
        var code = await NewReadingAsync("IN-DT1-DELIV", ("Period", "2024e"), ("Kind", "Estimate"), ("Value", "20"));

        Assert.Equal((20, "2024"), await StoredAsync(code));
    }

    [Theory]
    [InlineData(FieldKind.PartialDate, "20 Nov 2026", null, "20 Nov 2026, a day", false)]
    [InlineData(FieldKind.PartialDate, "3. kvartal 2025", null, "Q3 2025, a quarter", false)]
    [InlineData(FieldKind.Period, "2018–2021", null, "2018–2021, a range", false)]
    [InlineData(FieldKind.Period, "2024e", null, "2024, a year, estimated", false)]
    [InlineData(FieldKind.Number, "DKK 143 bn", "DKK bn", "143 DKK bn", false)]
    [InlineData(FieldKind.Number, "10039", "people", "10\u202F039 people", false)]
    [InlineData(FieldKind.PartialDate, "FY2025", null, "“FY2025” can be Oct 2024 to Sep 2025", true)]
    [InlineData(FieldKind.Period, "Cold War peak", null, "“Cold War peak” is no date", true)]
    [InlineData(FieldKind.Number, "143.000", "people", "“143.000” can be", true)]
    public void Understood_OfAField_SaysWhatIsMeant(FieldKind kind, string typed, string? unit, string words, bool isTrouble)
    {
        var said = Understood.Of(kind, typed, unit);

        Assert.NotNull(said);
        Assert.StartsWith(words, said.Words, StringComparison.Ordinal);
        Assert.Equal(isTrouble, said.IsTrouble);
    }

    private async Task<string> NewReadingAsync(string indicator, params (string Field, string Text)[] typed)
    {
        var saved = await stage.SaveAsync(FormNames.Reading, null, indicator, [.. typed, ("Sources", "S-FMN-2433")]);
        Assert.True(saved.ChangeSetId is not null, string.Join(' ', saved.Problems));
        return saved.Code!;
    }

    private async Task<(decimal Value, string Period)> StoredAsync(string code)
    {
        await using var db = stage.NewContext();
        var reading = await db.Readings.SingleAsync(r => r.Code == code, Ct);
        return (reading.Value, reading.Period.Text);
    }
}
