using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.People;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>What the page of an assessment asks of the database while somebody types.</summary>
public sealed class KeystrokeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sync_AChangeOrNone_AsksOnceWhoThePersonIs()
    {
        var asked = new AskedStatements();
        await using var people = await PeopleDatabase.CreateAsync(asked);
        var manager = await people.SignInAsync(await people.AddAsync("Mia", Roles.Manager, hasPassword: false));
        var editor = await people.SignInAsync(await people.AddAsync("Ann", Roles.Editor, hasPassword: false));
        await people.Get<PeriodCommands>().OpenAsync(manager, "2026-Q3", null, null, Ct);

        asked.Clear();
        var typed = await SyncAsync(0, new FieldChange(TextPartNames.Progress, "", "It goes on."));
        Assert.Equal(FieldOutcome.Saved, Assert.Single(typed.Results).Outcome);
        Assert.Equal("Ann", Assert.Single(typed.Fields).Person);
        Assert.Equal(1, asked.Count("\"DisplayName\""));

        asked.Clear();
        await SyncAsync(1);
        Assert.Equal(1, asked.Count("\"DisplayName\""));

        Task<SyncResult> SyncAsync(long seen, params FieldChange[] changes) =>
            people.Get<AssessmentCommands>().SyncAsync(editor, "cybersecurity-2026-Q3", seen, null, changes, Ct);
    }
}
