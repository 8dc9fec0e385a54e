using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Editing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>A row that is another than it was read refuses the command, whichever it is, and nothing of it is written.</summary>
public sealed class ChangedMeanwhileTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ARowThatIsGoneMeanwhile_IsAConflict()
    {
        var draft = await AddDraftAsync();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => stage.Get<CommandRunner>().RunAsync(
            stage.Ann,
            Right.RecordEvidence,
            async work =>
            {
                await OvertakeAsync(work, draft);
                await work.Db.SaveChangesAsync(Ct);
            },
            Ct));

        Assert.True(await IsThereAsync(draft));
    }

    [Fact]
    public async Task Change_ARowThatIsGoneMeanwhile_IsAConflict()
    {
        var draft = await AddDraftAsync();

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => stage.Get<CommandRunner>().ChangeAsync(
            stage.Ann,
            Right.RecordEvidence,
            null,
            async work =>
            {
                await OvertakeAsync(work, draft);
                return true;
            },
            Ct));

        Assert.True(await IsThereAsync(draft));
    }

    /// <summary>What the command read is removed before it saves.</summary>
    private static async Task OvertakeAsync(CommandWork work, int id)
    {
        var draft = await work.Db.Set<Draft>().SingleAsync(d => d.Id == id, Ct);
        await work.Db.Set<Draft>().Where(d => d.Id == id).ExecuteDeleteAsync(Ct);
        draft.Why = "Another reason";
    }

    private async Task<int> AddDraftAsync()
    {
        await using var db = stage.NewContext();
        var draft = new Draft
        {
            AccountId = stage.Ann.AccountId, Form = "milestone|BE-1-M6|", Base = 1, Values = "{}", Why = "",
            KeptAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
        };
        db.Add(draft);
        await db.SaveChangesAsync(Ct);
        return draft.Id;
    }

    private async Task<bool> IsThereAsync(int id)
    {
        await using var db = stage.NewContext();
        return await db.Set<Draft>().AnyAsync(d => d.Id == id, Ct);
    }
}
