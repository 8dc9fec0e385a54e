using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.People.SignIn;

public sealed class SessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_TheKey_IsThePersonAsStoredNow()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("ane", Roles.Analyst | Roles.Editor);
        var key = await StartAsync(people, account);

        var person = await people.Sessions.VerifyAsync(key, Ct);

        Assert.Equal((account.Id, "ane", Roles.Analyst | Roles.Editor), (person!.AccountId, person.Name, person.Roles));
        Assert.Null(await people.Sessions.VerifyAsync(key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), Ct));
        Assert.Equal(people.Clock.GetUtcNow().UtcDateTime, (await people.ReadAsync(account.Id)).LastSignInAt);
    }

    [Fact]
    public async Task Verify_NotUsedForTwelveHours_Ends()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var key = await StartAsync(people, await people.AddAsync("ane", Roles.Analyst));
        Move(people, PeopleOptions.IdleTime - TimeSpan.FromMinutes(1));
        Assert.NotNull(await people.Sessions.VerifyAsync(key, Ct));
        Move(people, PeopleOptions.IdleTime - TimeSpan.FromMinutes(1));
        Assert.NotNull(await people.Sessions.VerifyAsync(key, Ct));

        Move(people, PeopleOptions.IdleTime);

        Assert.Null(await people.Sessions.VerifyAsync(key, Ct));
    }

    [Fact]
    public async Task Verify_HoweverBusy_EndsAfterAWeek()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var key = await StartAsync(people, await people.AddAsync("ane", Roles.Analyst));
        for (var hours = 0; hours < 7 * 24 - 6; hours += 6)
        {
            Move(people, TimeSpan.FromHours(6));
            Assert.NotNull(await people.Sessions.VerifyAsync(key, Ct));
        }

        Move(people, TimeSpan.FromHours(6));

        Assert.Null(await people.Sessions.VerifyAsync(key, Ct));
    }

    [Fact]
    public async Task Disable_AnAccount_EndsItsSessionsAndRights()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var administrator = await people.SignInAsync(await people.AddAsync("admin", Roles.Administrator));
        var other = await people.AddAsync("ane", Roles.Administrator);
        var key = await StartAsync(people, other);
        var actor = await people.SignInAsync(other);

        await people.Get<AccountCommands>().DisableAsync(administrator, other.Id, Ct);

        Assert.Null(await people.Sessions.VerifyAsync(key, Ct));
        Assert.Empty(await people.Sessions.AliveAsync([actor.SessionId!.Value], Ct));
        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<AccountCommands>().EnableAsync(actor, other.Id, Ct));
    }

    [Fact]
    public async Task Command_UnderASessionThatEnded_IsRefused()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var account = await people.AddAsync("admin", Roles.Administrator);
        var actor = await people.SignInAsync(account);
        await people.Sessions.EndAsync(actor.SessionId!.Value, Ct);

        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<AccountCommands>().InviteAsync(actor, "x@example.org", "X", Roles.Reader, Ct));
        Assert.Equal(1, people.NewContext().Accounts.Count());
    }

    [Fact]
    public async Task ChangeRoles_OfTheLastAdministrator_IsRefusedAlsoWhenTwoDoItAtOnce()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var first = await people.AddAsync("first", Roles.Administrator);
        var second = await people.AddAsync("second", Roles.Administrator);
        var (byFirst, bySecond) = (await people.SignInAsync(first), await people.SignInAsync(second));
        var commands = people.Get<AccountCommands>();

        var results = await Task.WhenAll(
            Task.Run(async () => await Record.ExceptionAsync(async () => await commands.ChangeRolesAsync(byFirst, second.Id, Roles.Reader, Ct))),
            Task.Run(async () => await Record.ExceptionAsync(async () => await commands.ChangeRolesAsync(bySecond, first.Id, Roles.Reader, Ct))));

        Assert.Single(results, e => e is null);
        Assert.Equal(1, people.NewContext().Accounts.Count(a => a.Roles == Roles.Administrator));
    }

    private static Task<string> StartAsync(PeopleDatabase people, Account account) =>
        people.Sessions.StartAsync(new SessionStart(account.Id, "Test", "127.0.0.1", "A browser"), Ct);

    private static void Move(PeopleDatabase people, TimeSpan time) => people.Clock.MoveTo(people.Clock.GetUtcNow() + time);
}
