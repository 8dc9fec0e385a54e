using System.Globalization;
using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>One way to give a command (or to ask a query) that succeeds for whoever has the right.</summary>
/// <param name="Name">
/// As <see cref="CommandCatalog"/> has it; of a query with its whole class name. What follows " of " tells cases apart.
/// </param>
/// <param name="Run">Asks for it.</param>
/// <param name="Prepare">Puts the database into a state in which it can succeed.</param>
/// <param name="Writes">Whether it changes anything when it is allowed.</param>
/// <param name="Needs">
/// The rights of which one is enough, for queries and for commands on forms; other commands name theirs themselves.
/// </param>
internal sealed record CommandCase(
    string Name, Func<CommandCall, Task> Run, Func<CommandCall, Task>? Prepare = null, bool Writes = true,
    IReadOnlyList<Right>? Needs = null)
{
    public string Command => Name.Split(" of ")[0];
}

/// <summary>What a case works on.</summary>
/// <param name="Stage">Where it happens.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Person">Whose account it would be, were they let in.</param>
/// <param name="Other">Somebody else, an analyst.</param>
internal sealed record CommandCall(CommandStage Stage, Actor Actor, Account Person, Account Other)
{
    public AccountManager Manager => Get<AccountManager>();

    public T Get<T>() where T : notnull => Stage.People.Get<T>();

    /// <summary>The person's account as Identity works on it.</summary>
    public async Task<Account> MineAsync()
    {
        var account = (await Manager.FindByIdAsync(Person.Id.ToString(CultureInfo.InvariantCulture)))!;
        await Manager.ReloadAsync(account);
        return account;
    }
}

/// <summary>
/// A case for every command, and for every query that asks who wants to know. A new command fails the test until it has
/// a row here: one line is enough where it needs no preparation.
/// </summary>
internal static class CommandCases
{
    public static IReadOnlyList<CommandCase> All { get; } =
    [
        new(
            "Account.Invite",
            c => c.Get<AccountCommands>().InviteAsync(c.Actor, $"{Guid.NewGuid():N}@example.org", "Eva", Roles.Editor, Ct)),
        new("Account.IssueLink", c => c.Get<AccountCommands>().IssueLinkAsync(c.Actor, c.Other.Id, Ct)),
        new("Account.ChangeRoles", c => c.Get<AccountCommands>().ChangeRolesAsync(c.Actor, c.Other.Id, Roles.Editor, Ct)),
        new("Account.Disable", c => c.Get<AccountCommands>().DisableAsync(c.Actor, c.Other.Id, Ct)),
        new("Account.Enable", c => c.Get<AccountCommands>().EnableAsync(c.Actor, c.Other.Id, Ct), c => c.Stage.DisableAsync(c.Other.Id)),
        new(
            "Account.EndSessions",
            c => c.Get<AccountCommands>().EndSessionsAsync(c.Actor, c.Other.Id, Ct),
            c => c.Stage.OpenSessionAsync(c.Other.Id)),
        new(
            "Account.ResetSecondFactor",
            c => c.Get<AccountCommands>().ResetSecondFactorAsync(c.Actor, c.Other.Id, Ct),
            c => c.Stage.UseSecondFactorAsync(c.Other.Id)),

        new("Profile.Change", c => c.Get<ProfileCommands>().ChangeAsync(c.Actor, "Another name", "Europe/Copenhagen", "dark", Ct)),
        new("Profile.SetDigest", c => c.Get<ProfileCommands>().SetDigestAsync(c.Actor, false, Ct)),
        new("Profile.EndSession", c => c.Get<ProfileCommands>().EndSessionAsync(c.Actor, c.Actor.SessionId ?? 0, Ct)),
        new("Profile.EndAllSessions", c => c.Get<ProfileCommands>().EndAllSessionsAsync(c.Actor, Ct)),

        new(
            "Credential.ChangePassword",
            c => c.Get<CredentialCommands>().ChangePasswordAsync(c.Actor, PeopleDatabase.Password, "seven slow boats at dawn", Ct)),
        new("Credential.NewAuthenticatorKey", c => c.Get<CredentialCommands>().NewAuthenticatorKeyAsync(c.Actor, Ct)),
        new(
            "Credential.PendingAuthenticatorKey",
            c => c.Get<CredentialCommands>().PendingAuthenticatorKeyAsync(c.Actor, Ct), NewKeyAsync, Writes: false),
        new(
            "Credential.ConfirmAuthenticator",
            async c => await c.Get<CredentialCommands>().ConfirmAuthenticatorAsync(c.Actor, await CodeAsync(c), Ct),
            NewKeyAsync),
        new("Credential.NewRecoveryCodes", c => c.Get<CredentialCommands>().NewRecoveryCodesAsync(c.Actor, Ct), TurnOnAsync),
        new("Credential.RemoveAuthenticator", c => c.Get<CredentialCommands>().RemoveAuthenticatorAsync(c.Actor, Ct), TurnOnAsync),
        new(
            "Credential.RecoveryCodesLeft",
            c => c.Get<CredentialCommands>().RecoveryCodesLeftAsync(c.Actor, Ct), TurnOnAsync, Writes: false),
        new("Credential.PreparePasskey", c => c.Get<CredentialCommands>().PreparePasskeyAsync(c.Actor, Ct), Writes: false),
        new("Credential.AddPasskey", c => c.Get<CredentialCommands>().AddPasskeyAsync(c.Actor, Passkey(c), "Phone", Ct)),
        new(
            "Credential.RemovePasskey",
            c => c.Get<CredentialCommands>().RemovePasskeyAsync(c.Actor, Passkey(c).CredentialId, Ct),
            AddPasskeyAsync),

        new("System.Require", c => c.Get<SystemCommands>().RequireAsync(c.Actor, Ct), Writes: false),
        new("System.TestMail", c => c.Get<SystemCommands>().TestMailAsync(c.Actor, Ct), Writes: false),
        new("System.Verify", c => c.Get<SystemCommands>().VerifyAsync(c.Actor, null, Ct), Writes: false),
        new("System.BackUp", BackUpAsync, Writes: false),

        .. ReferenceCases.All,
        .. EditCases.All,
        .. AssessmentCases.All,

        new("AccountQueries.List", c => c.Get<AccountQueries>().ListAsync(c.Actor, Ct), Writes: false, Needs: [Right.SeeAccounts]),
        new(
            "AccountQueries.Find", c => c.Get<AccountQueries>().FindAsync(c.Actor, c.Other.Id, Ct),
            Writes: false, Needs: [Right.SeeAccounts]),
        new(
            "SystemQueries.WithoutSecondFactor", c => c.Get<SystemQueries>().WithoutSecondFactorAsync(c.Actor, Ct),
            Writes: false, Needs: [Right.SeeSystem]),
        new("SystemQueries.Read", c => c.Get<SystemQueries>().ReadAsync(c.Actor, Ct), Writes: false, Needs: [Right.SeeSystem]),
        new(
            "BoardQueries.Board", c => c.Get<BoardQueries>().BoardAsync(c.Actor, c.Stage.People.Clock.Today, null, Ct),
            Writes: false, Needs: [Right.Read]),
        new("BoardQueries.Work", WorkAsync, Writes: false, Needs: [Right.SeeDraftAssessments]),
        new("BoardQueries.ToOpen", c => c.Get<BoardQueries>().ToOpenAsync(c.Actor, Ct), Writes: false, Needs: [Right.OpenPeriods]),
        new("ProfileQueries.Read", c => c.Get<ProfileQueries>().ReadAsync(c.Actor, Ct), Writes: false, Needs: [Right.ChangeOwnAccount]),
    ];

    private static async Task BackUpAsync(CommandCall call)
    {
        using var folder = new TestFolder();
        Assert.NotNull((await call.Get<SystemCommands>().BackUpAsync(call.Actor, folder.File("backup.db"), null, Ct)).Head);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Pages ask it for everybody: who may not see what waits is told of nothing.</summary>
    private static async Task WorkAsync(CommandCall call)
    {
        if (await call.Get<BoardQueries>().WorkAsync(call.Actor, call.Stage.People.Clock.Today, Ct) is null)
        {
            throw new NotAllowedException(Right.SeeDraftAssessments);
        }
    }

    private static async Task NewKeyAsync(CommandCall call) => await call.Manager.ResetAuthenticatorKeyAsync(await call.MineAsync());

    private static async Task TurnOnAsync(CommandCall call)
    {
        await NewKeyAsync(call);
        await call.Manager.SetTwoFactorEnabledAsync(await call.MineAsync(), true);
    }

    private static async Task AddPasskeyAsync(CommandCall call) =>
        await call.Manager.AddOrUpdatePasskeyAsync(await call.MineAsync(), Passkey(call));

    private static async Task<string> CodeAsync(CommandCall call)
    {
        var key = await call.Manager.GetAuthenticatorKeyAsync(await call.MineAsync());
        return AuthenticatorCodes.Code(AuthenticatorCodes.FromBase32(key!), call.Stage.People.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
    }

    private static UserPasskeyInfo Passkey(CommandCall call) => new(
        BitConverter.GetBytes(call.Person.Id), [1], call.Stage.People.Clock.GetUtcNow(),
        0, [], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [], []);
}
