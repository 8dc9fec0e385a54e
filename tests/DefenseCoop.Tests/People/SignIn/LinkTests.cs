using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.People.SignIn;

public sealed class LinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetupLink_Used_MakesOneAdministratorAndNoMore()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var secret = await people.Links.NewSetupLinkAsync(Ct);

        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
            Task.Run(() => people.Links.SetUpAsync(secret!, $"first{i}@example.org", "First", PeopleDatabase.Password, Ct))));

        Assert.Single(tries, id => id is not null);
        Assert.Equal(Roles.Administrator, Assert.Single(people.NewContext().Accounts).Roles);
        Assert.Null(await people.Links.NewSetupLinkAsync(Ct));
        Assert.Null(await people.Links.FindAsync(secret, LinkPurpose.Setup, Ct));
    }

    [Fact]
    public async Task SetupLink_AfterAnHour_IsWorthNothing()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var secret = await people.Links.NewSetupLinkAsync(Ct);
        Move(people, PeopleOptions.SetupLinkTime);

        Assert.Null(await people.Links.FindAsync(secret, LinkPurpose.Setup, Ct));
        Assert.Null(await people.Links.SetUpAsync(secret!, "first@example.org", "First", PeopleDatabase.Password, Ct));
        Assert.Empty(people.NewContext().Accounts);
    }

    [Fact]
    public async Task SetupLink_Issued_TakesThePlaceOfTheEarlierOne()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var earlier = await people.Links.NewSetupLinkAsync(Ct);
        var secret = await people.Links.NewSetupLinkAsync(Ct);

        Assert.Null(await people.Links.SetUpAsync(earlier!, "first@example.org", "First", PeopleDatabase.Password, Ct));
        Assert.NotNull(await people.Links.SetUpAsync(secret!, "first@example.org", "First", PeopleDatabase.Password, Ct));
    }

    [Theory]
    [InlineData("first", "First", PeopleDatabase.Password, "Email")]
    [InlineData("first@example.org", " ", PeopleDatabase.Password, "Name")]
    [InlineData("first@example.org", "First", "short", "Password")]
    public async Task SetUp_BadInput_NamesTheFieldAndLeavesTheLink(string email, string name, string password, string field)
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var secret = await people.Links.NewSetupLinkAsync(Ct);

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => people.Links.SetUpAsync(secret!, email, name, password, Ct));

        Assert.Equal(field, refused.Field);
        Assert.NotNull(await people.Links.SetUpAsync(secret!, "first@example.org", "First", PeopleDatabase.Password, Ct));
    }

    [Fact]
    public async Task Invitation_Used_SetsThePasswordOnce()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var administrator = await people.SignInAsync(await people.AddAsync("admin", Roles.Administrator));
        var secret = await people.Get<AccountCommands>().InviteAsync(administrator, "Eva@Example.org", "Eva", Roles.Editor, Ct);

        var id = await people.Links.SetPasswordAsync(secret, PeopleDatabase.Password, Ct);

        Assert.Null(await people.Links.SetPasswordAsync(secret, PeopleDatabase.Password + "!", Ct));
        var account = await people.Manager.FindByEmailAsync("eva@example.ORG");
        Assert.Equal((id, Roles.Editor), (account!.Id, account.Roles));
        Assert.True(await people.Manager.CheckPasswordAsync(account, PeopleDatabase.Password));
    }

    [Fact]
    public async Task Invitation_ToAnAddressThatHasAnAccount_IsRefused()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var administrator = await people.SignInAsync(await people.AddAsync("admin", Roles.Administrator));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(
            () => people.Get<AccountCommands>().InviteAsync(administrator, "ADMIN@example.org", "Eva", Roles.Editor, Ct));

        Assert.Equal("Email", refused.Field);
    }

    [Fact]
    public async Task IssuedLink_ForAnAccount_EndsEarlierLinksAndSessions()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var administrator = await people.SignInAsync(await people.AddAsync("admin", Roles.Administrator));
        var account = await people.AddAsync("ane", Roles.Analyst);
        var actor = await people.SignInAsync(account);
        var earlier = await people.Get<AccountCommands>().IssueLinkAsync(administrator, account.Id, Ct);
        var secret = await people.Get<AccountCommands>().IssueLinkAsync(administrator, account.Id, Ct);

        Assert.Null(await people.Links.SetPasswordAsync(earlier, "another lamp by the harbor", Ct));
        Assert.Single(await people.Sessions.AliveAsync([actor.SessionId!.Value], Ct));
        Assert.NotNull(await people.Links.SetPasswordAsync(secret, "another lamp by the harbor", Ct));
        Assert.Empty(await people.Sessions.AliveAsync([actor.SessionId!.Value], Ct));
    }

    [Fact]
    public async Task Link_OfADisabledAccount_IsWorthNothing()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var administrator = await people.SignInAsync(await people.AddAsync("admin", Roles.Administrator));
        var account = await people.AddAsync("ane", Roles.Analyst);
        var commands = people.Get<AccountCommands>();
        await commands.DisableAsync(administrator, account.Id, Ct);
        var secret = await commands.IssueLinkAsync(administrator, account.Id, Ct);

        Assert.Null(await people.Links.SetPasswordAsync(secret, PeopleDatabase.Password, Ct));
        await commands.EnableAsync(administrator, account.Id, Ct);
        Assert.NotNull(await people.Links.SetPasswordAsync(secret, PeopleDatabase.Password, Ct));
    }

    private static void Move(PeopleDatabase people, TimeSpan time) => people.Clock.MoveTo(people.Clock.GetUtcNow() + time);
}
