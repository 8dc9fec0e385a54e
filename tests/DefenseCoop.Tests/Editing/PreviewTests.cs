using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>A preview writes nothing: nobody who saves waits for it, and it waits for nobody.</summary>
public sealed class PreviewTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_ThatComputes_DoesNotBlockASave()
    {
        EditResult? saved = null;
        var keeper = stage.Get<FindingsKeeper>();
        await keeper.WarmUpAsync(Ct);
        var readings = keeper.Readings;

        var preview = await stage.Get<CommandRunner>().PreviewAsync(
            stage.Ann,
            Right.RecordEvidence,
            async work =>
            {
                var reading = await work.Db.Readings.SingleAsync(r => r.Code == "IN-DT1-DELIV-R1", Ct);
                saved = await stage.SaveAsync(FormNames.Milestone, "BE-1-M2", null, ("Title", "Saved while somebody looks ahead"));
                reading.Revise(reading.Value + 100);
                return await work.Db.Milestones.Where(m => m.Code == "BE-1-M2").Select(m => m.Title).SingleAsync(Ct);
            },
            Ct);

        Assert.Empty(saved!.Problems);
        Assert.NotNull(saved.ChangeSetId);
        Assert.Null(preview.ChangeSetId);
        Assert.Equal(readings, keeper.Readings);
        Assert.NotEqual("Saved while somebody looks ahead", preview.Result);
        Assert.Equal("Saved while somebody looks ahead", (await stage.StoredAsync(FormNames.Milestone, "BE-1-M2"))["Title"]);
    }

    [Fact]
    public async Task Preview_WhileSomebodyElseWrites_DoesNotWait()
    {
        var source = await stage.SaveAsync(
            FormNames.Source, null, null, ("Title", "A text of that time"), ("Publisher", "The ministry"),
            ("Published", "2026-10"), ("Url", "https://example.org/then"), ("Tier", "Primary"));
        var form = await stage.OpenAsync(stage.Ann, FormNames.InitiativeCancel, "DT-2");
        var values = EditStage.With(form.Values, ("CancelledOn", "2026-10"), ("Note", "Nobody wants it."), ("Sources", source.Code!));
        using var turn = await stage.Get<IDatabase>().TakeTurnAsync(Ct);
        await using var writing = stage.NewContext();
        await using var transaction = await writing.Database.BeginTransactionAsync(Ct);
        await writing.Drafts.ExecuteDeleteAsync(Ct);

        var preview = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);

        Assert.Empty(preview.Problems);
        Assert.Contains(preview.Effects, e => e.About.Code == "DT-2" && e.After == AssessedStatus.NotAssessed);
    }
}
