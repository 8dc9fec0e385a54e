using System.Globalization;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.People.Profile;

public sealed class CredentialCommandsTests
{
    private const string NewPassword = "seven green ladders under rain";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangePassword_RightCurrentOne_EndsOtherSessionsAndOpenLinks()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Administrator);
        var (actor, elsewhere) = (await people.SignInAsync(ane), await people.SignInAsync(ane));
        var link = await people.Get<AccountCommands>().IssueLinkAsync(actor, ane.Id, Ct);

        await RunAsync(people, c => c.ChangePasswordAsync(actor, PeopleDatabase.Password, NewPassword, Ct));

        Assert.False(await ChecksAsync(people, ane.Id, PeopleDatabase.Password));
        Assert.True(await ChecksAsync(people, ane.Id, NewPassword));
        Assert.Equal([actor.SessionId!.Value], (await people.Sessions.AliveAsync([actor.SessionId!.Value, elsewhere.SessionId!.Value], Ct)).Keys);
        Assert.Null(await people.Links.FindAsync(link, LinkPurpose.SetPassword, Ct));
    }

    [Theory]
    [InlineData("", NewPassword, "CurrentPassword")]
    [InlineData("another lamp beside the harbor", NewPassword, "CurrentPassword")]
    [InlineData(PeopleDatabase.Password, "", "NewPassword")]
    [InlineData(PeopleDatabase.Password, "short", "NewPassword")]
    [InlineData(PeopleDatabase.Password, "passwordpassword", "NewPassword")]
    public async Task ChangePassword_AWrongOrPoorOne_NamesTheFieldAndChangesNothing(string current, string wanted, string field)
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Analyst);
        var (actor, elsewhere) = (await people.SignInAsync(ane), await people.SignInAsync(ane));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync(people, c => c.ChangePasswordAsync(actor, current, wanted, Ct)));

        Assert.Equal(field, refused.Field);
        Assert.Equal(ane.PasswordHash, (await people.ReadAsync(ane.Id)).PasswordHash);
        Assert.Equal(2, (await people.Sessions.AliveAsync([actor.SessionId!.Value, elsewhere.SessionId!.Value], Ct)).Count);
    }

    [Fact]
    public async Task ChangePassword_FiveWrongTries_LocksAlsoHere()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Analyst);
        var actor = await people.SignInAsync(ane);
        for (var i = 0; i < PeopleOptions.MostFailures; i++) await RefusedAsync<InvalidInputException>(people, c => c.ChangePasswordAsync(actor, $"wrong {i}", NewPassword, Ct));

        await RefusedAsync<InvalidInputException>(people, c => c.ChangePasswordAsync(actor, PeopleDatabase.Password, NewPassword, Ct));
        people.Clock.MoveTo(people.Clock.GetUtcNow() + PeopleOptions.LockTime);
        await RunAsync(people, c => c.ChangePasswordAsync(actor, PeopleDatabase.Password, NewPassword, Ct));

        var account = await people.ReadAsync(ane.Id);
        Assert.Equal((0, null), (account.AccessFailedCount, account.LockedUntil));
    }

    [Fact]
    public async Task ChangePassword_WithoutOneOrWhereNoneAreTaken_IsRefused()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var without = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst, hasPassword: false));
        await RefusedAsync<ConflictException>(people, c => c.ChangePasswordAsync(without, "", NewPassword, Ct));

        await using var noPasswords = await PeopleDatabase.CreateAsync(new PeopleOptions { LocalPasswords = false });
        var with = await noPasswords.SignInAsync(await noPasswords.AddAsync("ane", Roles.Analyst));
        await RefusedAsync<ConflictException>(noPasswords, c => c.ChangePasswordAsync(with, PeopleDatabase.Password, NewPassword, Ct));
    }

    [Fact]
    public async Task Authenticator_FromSetUpToRemoval_GoesStepByStep()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Analyst);
        var (actor, elsewhere) = (await people.SignInAsync(ane), await people.SignInAsync(ane));
        var key = await RunAsync(people, c => c.NewAuthenticatorKeyAsync(actor, Ct));
        Assert.Equal(key, await RunAsync(people, c => c.PendingAuthenticatorKeyAsync(actor, Ct)));

        Assert.Equal("Code", (await RefusedAsync<InvalidInputException>(people, c => c.ConfirmAuthenticatorAsync(actor, "000000", Ct))).Field);
        Assert.False((await people.ReadAsync(ane.Id)).TwoFactorEnabled);
        var codes = await RunAsync(people, c => c.ConfirmAuthenticatorAsync(actor, Code(people, key).Insert(3, " "), Ct));

        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.True((await people.ReadAsync(ane.Id)).TwoFactorEnabled);
        Assert.Empty(await people.Sessions.AliveAsync([elsewhere.SessionId!.Value], Ct));
        Assert.Null(await RunAsync(people, c => c.PendingAuthenticatorKeyAsync(actor, Ct)));
        await RefusedAsync<ConflictException>(people, c => c.NewAuthenticatorKeyAsync(actor, Ct));
        await RefusedAsync<ConflictException>(people, c => c.ConfirmAuthenticatorAsync(actor, Code(people, key, 1), Ct));

        var renewed = await RunAsync(people, c => c.NewRecoveryCodesAsync(actor, Ct));
        Assert.Empty(renewed.Intersect(codes));
        Assert.False(await RunAsync<AccountManager, bool>(people, async m => (await m.RedeemTwoFactorRecoveryCodeAsync((await m.FindByIdAsync(Text(ane.Id)))!, codes[0])).Succeeded));
        Assert.True(await RunAsync<AccountManager, bool>(people, async m => (await m.RedeemTwoFactorRecoveryCodeAsync((await m.FindByIdAsync(Text(ane.Id)))!, renewed[0])).Succeeded));
        Assert.Equal(RecoveryCodes.Count - 1, await RunAsync(people, c => c.RecoveryCodesLeftAsync(actor, Ct)));

        await RunAsync(people, c => c.RemoveAuthenticatorAsync(actor, Ct));
        Assert.False((await people.ReadAsync(ane.Id)).TwoFactorEnabled);
        await using (var db = people.NewContext()) Assert.False(await db.Set<IdentityUserToken<int>>().AnyAsync(Ct));
        await RefusedAsync<ConflictException>(people, c => c.RemoveAuthenticatorAsync(actor, Ct));
        await RefusedAsync<ConflictException>(people, c => c.NewRecoveryCodesAsync(actor, Ct));
    }

    [Fact]
    public async Task Authenticator_SetUpAnewWithinTheSameHalfMinute_TakesTheNewKeysCode()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));
        var first = await RunAsync(people, c => c.NewAuthenticatorKeyAsync(actor, Ct));
        await RunAsync(people, c => c.ConfirmAuthenticatorAsync(actor, Code(people, first), Ct));
        await RunAsync(people, c => c.RemoveAuthenticatorAsync(actor, Ct));

        var second = await RunAsync(people, c => c.NewAuthenticatorKeyAsync(actor, Ct));

        Assert.NotEqual(first, second);
        Assert.Equal(RecoveryCodes.Count, (await RunAsync(people, c => c.ConfirmAuthenticatorAsync(actor, Code(people, second), Ct))).Count);
    }

    [Fact]
    public async Task Secrets_OfAFinishedSetUp_AreNotInClearInTheFile()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));
        var key = await RunAsync(people, c => c.NewAuthenticatorKeyAsync(actor, Ct));
        var codes = await RunAsync(people, c => c.ConfirmAuthenticatorAsync(actor, Code(people, key), Ct));

        var stored = await StoredText.OfAsync(people.Path);

        Assert.Contains("ANE@EXAMPLE.ORG", stored, StringComparison.Ordinal);
        Assert.All([key, .. codes, .. codes.Select(RecoveryCodes.Normalize)], secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Changes_WithASignInOfAQuarterHourAgo_AskToSignInAgain()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));
        people.Clock.MoveTo(people.Clock.GetUtcNow() + PeopleOptions.RecentTime);
        Func<CredentialCommands, Task>[] changes =
        [
            c => c.NewAuthenticatorKeyAsync(actor, Ct),
            c => c.PendingAuthenticatorKeyAsync(actor, Ct),
            c => c.ConfirmAuthenticatorAsync(actor, "123456", Ct),
            c => c.NewRecoveryCodesAsync(actor, Ct),
            c => c.RemoveAuthenticatorAsync(actor, Ct),
            c => c.PreparePasskeyAsync(actor, Ct),
            c => c.AddPasskeyAsync(actor, Passkey([1]), "Key", Ct),
            c => c.RemovePasskeyAsync(actor, [1], Ct),
        ];

        foreach (var change in changes) await Assert.ThrowsAsync<SignInAgainException>(() => RunAsync(people, change));

        await RunAsync(people, c => c.RecoveryCodesLeftAsync(actor, Ct));
        await RunAsync(people, c => c.ChangePasswordAsync(actor, PeopleDatabase.Password, NewPassword, Ct));
    }

    [Fact]
    public async Task Passkeys_AddedAndRemoved_AreOnesOwn()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Analyst);
        var (actor, elsewhere) = (await people.SignInAsync(ane), await people.SignInAsync(ane));
        var other = await people.SignInAsync(await people.AddAsync("bo", Roles.Administrator));
        await RunAsync(people, c => c.AddPasskeyAsync(actor, Passkey([1]), " Laptop ", Ct));
        await RunAsync(people, c => c.AddPasskeyAsync(actor, Passkey([2]), "", Ct));
        Assert.Equal("Name", (await RefusedAsync<InvalidInputException>(people, c => c.AddPasskeyAsync(actor, Passkey([3]), new string('x', 61), Ct))).Field);

        await RefusedAsync<RecordGoneException>(people, c => c.RemovePasskeyAsync(other, [1], Ct));
        Assert.Equal(["Laptop", "Passkey"], (await people.Get<ProfileQueries>().ReadAsync(actor, Ct)).Passkeys.Select(p => p.Name));
        Assert.Equal(2, (await people.Sessions.AliveAsync([elsewhere.SessionId!.Value, other.SessionId!.Value], Ct)).Count);

        await RunAsync(people, c => c.RemovePasskeyAsync(actor, [1], Ct));
        await RefusedAsync<RecordGoneException>(people, c => c.RemovePasskeyAsync(actor, [1], Ct));
        Assert.Equal("Passkey", Assert.Single((await people.Get<ProfileQueries>().ReadAsync(actor, Ct)).Passkeys).Name);
        Assert.Equal([other.SessionId.Value], (await people.Sessions.AliveAsync([elsewhere.SessionId.Value, other.SessionId.Value], Ct)).Keys);
    }

    private static UserPasskeyInfo Passkey(byte[] id) => new(id, [1], FixedTime, 0, [], true, false, false, [1], [1]);

    private static DateTimeOffset FixedTime => Hosting.FixedClock.Start;

    private static string Code(PeopleDatabase people, string key, int steps = 0) =>
        AuthenticatorCodes.Code(AuthenticatorCodes.FromBase32(key), people.Clock.GetUtcNow().ToUnixTimeSeconds() / 30 + steps);

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static Task<bool> ChecksAsync(PeopleDatabase people, int id, string password) =>
        RunAsync<AccountManager, bool>(people, async m => await m.CheckPasswordAsync((await m.FindByIdAsync(Text(id)))!, password));

    private static Task<T> RefusedAsync<T>(PeopleDatabase people, Func<CredentialCommands, Task> command) where T : RefusedException =>
        Assert.ThrowsAsync<T>(() => RunAsync(people, command));

    private static Task<bool> RunAsync(PeopleDatabase people, Func<CredentialCommands, Task> command) =>
        RunAsync<CredentialCommands, bool>(people, async c =>
        {
            await command(c);
            return true;
        });

    private static Task<T> RunAsync<T>(PeopleDatabase people, Func<CredentialCommands, Task<T>> command) => RunAsync<CredentialCommands, T>(people, command);

    /// <summary>In a scope of its own, as every request has one.</summary>
    private static async Task<T> RunAsync<TService, T>(PeopleDatabase people, Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = people.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
