using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace DefenseCoop.Tests.People.SignIn;

public sealed class AuthenticatorTests
{
    private const int Step = 30;

    /// <summary>RFC 6238, appendix B (SHA-1), the last six of the eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_OfTheStandardsSamples_IsTheirs(long second, string code) =>
        Assert.Equal(code, AuthenticatorCodes.Code(Encoding.ASCII.GetBytes("12345678901234567890"), second / Step));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YQ", "foob")]
    [InlineData("mzxw 6ytb", "fooba")]
    [InlineData("MZXW6YTBOI======", "foobar")]
    public void FromBase32_OfTheStandardsSamples_IsTheirs(string text, string decoded) =>
        Assert.Equal(decoded, Encoding.ASCII.GetString(AuthenticatorCodes.FromBase32(text)));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Verify_ACodeOfAStepNearby_IsTakenWithinOneStep(int steps, bool isTaken)
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        await people.Manager.ResetAuthenticatorKeyAsync(await FindAsync(people, account.Id));

        Assert.Equal(isTaken, await VerifyAsync(people, account.Id, await CodeAsync(people, account.Id, steps)));
    }

    [Fact]
    public async Task Verify_ACodeTwice_TakesItOnce()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        await people.Manager.ResetAuthenticatorKeyAsync(await FindAsync(people, account.Id));
        var code = await CodeAsync(people, account.Id, 0);

        Assert.True(await VerifyAsync(people, account.Id, code));
        Assert.False(await VerifyAsync(people, account.Id, code));
        // Nor an earlier one, which the window would allow.
        Assert.False(await VerifyAsync(people, account.Id, await CodeAsync(people, account.Id, -1)));
        Assert.True(await VerifyAsync(people, account.Id, await CodeAsync(people, account.Id, 1)));
    }

    [Fact]
    public async Task RecoveryCodes_EachOfThem_WorksOnceHoweverItIsWritten()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await FindAsync(people, (await people.AddAsync("ane", Roles.Analyst)).Id);
        account.TwoFactorEnabled = true;
        var codes = (await people.Manager.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count))!.ToList();

        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.True((await people.Manager.RedeemTwoFactorRecoveryCodeAsync(account, codes[3])).Succeeded);
        Assert.False((await people.Manager.RedeemTwoFactorRecoveryCodeAsync(account, codes[3])).Succeeded);
        Assert.True(
            (await people.Manager.RedeemTwoFactorRecoveryCodeAsync(
                account, codes[7].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Succeeded);
        Assert.Equal(RecoveryCodes.Count - 2, await people.Manager.CountRecoveryCodesAsync(account));
    }

    [Fact]
    public async Task Secrets_InTheDatabase_AreNotInClear()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await FindAsync(people, (await people.AddAsync("ane", Roles.Analyst)).Id);
        await people.Manager.ResetAuthenticatorKeyAsync(account);
        var key = await people.Manager.GetAuthenticatorKeyAsync(account);
        var codes = await people.Manager.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count);
        var session = await people.Sessions.StartAsync(
            new SessionStart(account.Id, "Test", null, null), TestContext.Current.CancellationToken);

        var stored = await StoredTextAsync(people);
        Assert.Contains("ANE@EXAMPLE.ORG", stored, StringComparison.Ordinal);
        Assert.All(
            [key!, session, PeopleDatabase.Password, .. codes!, .. codes!.Select(RecoveryCodes.Normalize)],
            secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> StoredTextAsync(PeopleDatabase people)
    {
        var copy = people.Path + ".copy";
        await using (var source = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={people.Path}"))
        await using (var target = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken));
    }

    private static async Task<Data.Commands.Account> FindAsync(PeopleDatabase people, int id) =>
        (await people.Manager.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)))!;

    private static async Task<bool> VerifyAsync(PeopleDatabase people, int id, string code) =>
        await people.Manager.VerifyTwoFactorTokenAsync(await FindAsync(people, id), TokenOptions.DefaultAuthenticatorProvider, code);

    private static async Task<string> CodeAsync(PeopleDatabase people, int id, int steps)
    {
        var key = await people.Manager.GetAuthenticatorKeyAsync(await FindAsync(people, id));
        return AuthenticatorCodes.Code(AuthenticatorCodes.FromBase32(key!), people.Clock.GetUtcNow().ToUnixTimeSeconds() / Step + steps);
    }
}
