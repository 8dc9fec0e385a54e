using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing.Undo;

/// <summary>A saved change is taken back by another one: everything is as it was, and both are kept.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private readonly EditStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?, string?, string> Changes => new()
    {
        { FormNames.Initiative, "BE-1", null, "Title=Another title;Note=A note" },
        { FormNames.Initiative, "BE-1", null, "Sites=;Leads=;Partners=" },
        { FormNames.Milestone, "BE-1-M5", null, "Title=Another title" },
        { FormNames.Indicator, "IN-BE1-SITES", null, "BaselineValue=;BaselinePeriod=;TargetValue=;TargetBy=" },
        { FormNames.Reading, "IN-DT1-DELIV-R1", null, "Value=3;Provenance=illustrative;Note=Counted anew" },
        { FormNames.ReadingWithdraw, "IN-DT1-DELIV-R1", null, "Reason=A misprint." },
        { FormNames.Source, "S-DL-DCA", null, "Title=Another;Url=https://example.org/other" },
        { FormNames.Milestone, null, "BE-1",
            "Title=New one;PlannedProvenance=None;Provenance=confirmed;Sources=new;"
                + "NewSource.Title=T;NewSource.Publisher=P;NewSource.Url=U;NewSource.Tier=Press" },
        { FormNames.Reading, null, "IN-DT1-DELIV", "Period=2026-11-20;Value=25;Sources=S-FMN-2433" },
        { FormNames.Recommendation, null, null, "Text=Publish more;Provenance=illustrative" },
    };

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task AChange_TakenBack_LeavesEveryRowAsItWas(string form, string? code, string? of, string typed)
    {
        var before = await RowsAsync();
        var saved = await SaveAsync(form, code, of, typed);

        var undone = await UndoAsync(_stage.Ann, saved);

        Assert.Equal(before, await RowsAsync());
        Assert.Equal(saved.ChangeSetId + 1, undone.ChangeSetId);
        Assert.Equal(
            saved.Effects.Select(e => (e.About.Code, e.After, e.Before)), undone.Effects.Select(e => (e.About.Code, e.Before, e.After)));
        await using var db = _stage.NewContext();
        Assert.Equal($"Takes back change {saved.ChangeSetId}.", (await db.ChangeSets.SingleAsync(c => c.Id == undone.ChangeSetId, Ct)).Why);
        Assert.NotEqual(before, await RowsAsync(saved.ChangeSetId));
    }

    [Fact]
    public async Task ARemovedContribution_TakenBack_IsThereAgain()
    {
        await using var db = _stage.NewContext();
        var contribution = await db.Contributions.Include(c => c.Initiative)
            .Include(c => c.Outcome)
            .FirstAsync(c => c.Initiative.Code == "BE-1", Ct);
        var before = await RowsAsync();

        await UndoAsync(_stage.Ann, await SaveAsync(FormNames.ContributionRemove, contribution.Code, null, ""));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task AChange_OnWhichSomethingCameSince_IsNotTakenBack()
    {
        var first = await SaveAsync(FormNames.Milestone, "BE-1-M5", null, "Title=First");
        await SaveAsync(FormNames.Milestone, "BE-1-M5", null, "Title=Second");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => UndoAsync(_stage.Ann, first));

        Assert.Contains("Ann changed BE-1-M5 since", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Second", (await _stage.StoredAsync(FormNames.Milestone, "BE-1-M5"))["Title"]);
    }

    [Fact]
    public async Task ANewRecord_ToWhichSomethingWasAdded_IsNotTakenBack()
    {
        var made = await SaveAsync(
            FormNames.Initiative, null, "base-expansion",
            "Title=New;Description=D;Stage=Proposed;DescriptionProvenance=illustrative;Provenance=illustrative");
        await SaveAsync(FormNames.Milestone, null, made.Code, "Title=First;PlannedProvenance=None;Provenance=illustrative");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => UndoAsync(_stage.Ann, made));

        Assert.Contains("since", refused.Message, StringComparison.Ordinal);
        await using var db = _stage.NewContext();
        Assert.True(await db.Milestones.AnyAsync(m => m.Initiative.Code == made.Code, Ct));
    }

    [Fact]
    public async Task ANewSource_ThatIsCitedSince_IsNotTakenBack()
    {
        var source = await SaveAsync(FormNames.Source, null, null, "Title=T;Publisher=P;Url=U;Tier=Press");
        await SaveAsync(FormNames.Milestone, "BE-1-M5", null, $"Sources=S-DL-DCA\n{source.Code};StatusAsOf=");

        await Assert.ThrowsAsync<ConflictException>(() => UndoAsync(_stage.Ann, source));
    }

    [Fact]
    public async Task AChangeOfSomebodyElse_OrNone_IsNotTakenBack()
    {
        var saved = await SaveAsync(FormNames.Milestone, "BE-1-M5", null, "Title=Of Ann");
        var reader = await _stage.SignInAsync("Rita", Roles.Reader);

        await Assert.ThrowsAsync<ConflictException>(() => UndoAsync(_stage.Bo, saved));
        await Assert.ThrowsAsync<NotAllowedException>(() => UndoAsync(reader, saved));
        await Assert.ThrowsAsync<ConflictException>(() => _stage.Get<UndoCommands>().UndoAsync(_stage.Ann, 1, Ct));
        await Assert.ThrowsAsync<RecordGoneException>(() => _stage.Get<UndoCommands>().UndoAsync(_stage.Ann, 999_999, Ct));
    }

    [Fact]
    public async Task TwoUndos_OfOneChange_DoItOnce()
    {
        var saved = await SaveAsync(FormNames.Milestone, "BE-1-M5", null, "Title=Once");

        await UndoAsync(_stage.Ann, saved);

        await Assert.ThrowsAsync<ConflictException>(() => UndoAsync(_stage.Ann, saved));
    }

    private Task<UndoResult> UndoAsync(Actor actor, EditResult saved) =>
        _stage.Get<UndoCommands>().UndoAsync(actor, saved.ChangeSetId!.Value, Ct);

    private async Task<EditResult> SaveAsync(string form, string? code, string? of, string typed)
    {
        var saved = await _stage.SaveAsync(
            form, code, of,
            [.. typed.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(t => (t[..t.IndexOf('=', StringComparison.Ordinal)], t[(t.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);
        Assert.Empty(saved.Problems);
        Assert.NotNull(saved.ChangeSetId);
        return saved;
    }

    /// <summary>Every row of every table of facts, as text; or the versions that a change set made.</summary>
    private async Task<List<string>> RowsAsync(long? madeBy = null)
    {
        await using var db = _stage.NewContext();
        await db.Database.OpenConnectionAsync(Ct);
        List<string> rows = [];
        foreach (var table in db.Model.GetEntityTypes()
            .Where(Data.History.Versions.HistoryTables.HoldsFacts).Select(t => t.GetTableName()!).Distinct().Order())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = madeBy is { } id
                ? $"SELECT * FROM \"{table}History\" WHERE ChangeSetId = {id}"
                : $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
            {
                rows.Add(
                    table + ": " + string.Join(
                        " | ",
                        Enumerable.Range(0, reader.FieldCount)
                            .Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
            }
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
