using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace DefenseCoop.Tests.People.SignIn;

/// <summary>How often passwords and codes may be guessed.</summary>
public sealed class AttemptTests
{
    private const string Wrong = "not the lamp beside the harbor";

    [Fact]
    public async Task CheckPassword_FifthWrongInARow_LocksForFifteenMinutes()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        for (var i = 0; i < PeopleOptions.MostFailures; i++) Assert.False(await people.Manager.CheckPasswordAsync(account, Wrong));

        Assert.False(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
        people.Clock.MoveTo(people.Clock.GetUtcNow() + PeopleOptions.LockTime - TimeSpan.FromSeconds(1));
        Assert.False(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
        people.Clock.MoveTo(people.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.True(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
        Assert.Equal((0, null), ((await people.ReadAsync(account.Id)).AccessFailedCount, (await people.ReadAsync(account.Id)).LockedUntil));
    }

    [Fact]
    public async Task CheckPassword_FourWrongThenRight_StartsCountingAnew()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 1; i < PeopleOptions.MostFailures; i++) Assert.False(await people.Manager.CheckPasswordAsync(account, Wrong));
            Assert.True(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
        }
    }

    [Fact]
    public async Task CountAttempt_ManyAtOnce_LetsFiveThrough()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        var counter = people.Get<AttemptCounter>();

        var let = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => counter.CountAsync(account.Id))));

        Assert.Equal(PeopleOptions.MostFailures, let.Count(through => through));
    }

    [Fact]
    public async Task CheckPassword_WithSecondFactor_DoesNotForgetWrongCodes()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst);
        account.TwoFactorEnabled = true;

        // Whoever knows the password must not get new tries for the code by signing in again.
        for (var i = 1; i < PeopleOptions.MostFailures; i++)
        {
            Assert.True(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
            Assert.False(await people.Manager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, "000000"));
        }

        Assert.Equal(PeopleOptions.MostFailures - 1, (await people.ReadAsync(account.Id)).AccessFailedCount);
        Assert.False(await people.Manager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, "000000"));
        Assert.NotNull((await people.ReadAsync(account.Id)).LockedUntil);
        Assert.False(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
    }

    [Fact]
    public async Task CheckPassword_OfAnAccountWithoutOne_IsFalseAndCounts()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst, hasPassword: false);

        Assert.False(await people.Manager.CheckPasswordAsync(account, ""));
        Assert.False(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
        Assert.Equal(2, (await people.ReadAsync(account.Id)).AccessFailedCount);
    }
}
