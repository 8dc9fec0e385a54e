using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Profile;

public sealed class ProfileCommandsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_GoodValues_AreStoredAndReadBack()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));

        await people.Get<ProfileCommands>().ChangeAsync(actor, "  Ane Ø. ", "America/Nuuk", "dark", Ct);

        var profile = await people.Get<ProfileQueries>().ReadAsync(actor, Ct);
        Assert.Equal(("Ane Ø.", "America/Nuuk", "dark"), (profile.Name, profile.TimeZone, profile.Theme));
        await people.Get<ProfileCommands>().ChangeAsync(actor, "Ane", null, "", Ct);
        profile = await people.Get<ProfileQueries>().ReadAsync(actor, Ct);
        Assert.Equal(("Ane", null, null), (profile.Name, profile.TimeZone, profile.Theme));
    }

    [Theory]
    [InlineData("", "UTC", "dark", "Name")]
    [InlineData("   ", "UTC", "dark", "Name")]
    [InlineData("two\nlines", "UTC", "dark", "Name")]
    [InlineData("Ane", "Mars/Olympus", "dark", "TimeZone")]
    [InlineData("Ane", "../../etc/passwd", "dark", "TimeZone")]
    [InlineData("Ane", "/etc/passwd", "dark", "TimeZone")]
    [InlineData("Ane", "UTC", "pink", "Theme")]
    public async Task Change_AValueThatIsNotKnown_NamesTheFieldAndChangesNothing(string name, string zone, string theme, string field)
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(
            () => people.Get<ProfileCommands>().ChangeAsync(actor, name, zone, theme, Ct));

        Assert.Equal(field, refused.Field);
        var account = await people.ReadAsync(actor.AccountId);
        Assert.Equal(("ane", null, null), (account.DisplayName, account.TimeZone, account.Theme));
    }

    [Fact]
    public async Task Change_AName101CharactersLong_IsRefused()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("ane", Roles.Analyst));

        await people.Get<ProfileCommands>().ChangeAsync(actor, new string('å', Account.MaxName), null, null, Ct);
        await Assert.ThrowsAsync<InvalidInputException>(
            () => people.Get<ProfileCommands>().ChangeAsync(actor, new string('å', Account.MaxName + 1), null, null, Ct));

        Assert.Equal(Account.MaxName, (await people.ReadAsync(actor.AccountId)).DisplayName.Length);
    }

    [Fact]
    public async Task Commands_OfAVisitor_AreRefusedAlsoWhereVisitorsRead()
    {
        await using var people = await PeopleDatabase.CreateAsync(new PeopleOptions { AnonymousRead = true });

        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<ProfileCommands>().ChangeAsync(Actor.Visitor, "X", null, null, Ct));
        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<ProfileCommands>().EndAllSessionsAsync(Actor.Visitor, Ct));
        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<ProfileQueries>().ReadAsync(Actor.Visitor, Ct));
    }

    [Fact]
    public async Task EndSession_OfAnother_IsLeftAlone()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Administrator);
        var (actor, elsewhere) = (await people.SignInAsync(ane), await people.SignInAsync(ane));
        var other = await people.SignInAsync(await people.AddAsync("bo", Roles.Reader));

        await people.Get<ProfileCommands>().EndSessionAsync(actor, other.SessionId!.Value, Ct);
        await people.Get<ProfileCommands>().EndSessionAsync(actor, elsewhere.SessionId!.Value, Ct);

        Assert.Equal([actor.SessionId!.Value, other.SessionId.Value], await SessionsAsync(people));
    }

    [Fact]
    public async Task EndAllSessions_OfAPerson_EndsTheirsAndNoOther()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Reader);
        var (actor, _) = (await people.SignInAsync(ane), await people.SignInAsync(ane));
        var other = await people.SignInAsync(await people.AddAsync("bo", Roles.Reader));

        await people.Get<ProfileCommands>().EndAllSessionsAsync(actor, Ct);

        Assert.Equal([other.SessionId!.Value], await SessionsAsync(people));
        await Assert.ThrowsAsync<NotAllowedException>(() => people.Get<ProfileQueries>().ReadAsync(actor, Ct));
    }

    [Fact]
    public async Task Read_Sessions_AreThePersonsOwnThatAreOpenWithThisOneMarked()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var ane = await people.AddAsync("ane", Roles.Reader);
        await people.SignInAsync(await people.AddAsync("bo", Roles.Reader));
        await people.SignInAsync(ane);
        people.Clock.MoveTo(people.Clock.GetUtcNow() + PeopleOptions.IdleTime);
        var elsewhere = await people.SignInAsync(ane);
        people.Clock.MoveTo(people.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        var actor = await people.SignInAsync(ane);

        var profile = await people.Get<ProfileQueries>().ReadAsync(actor, Ct);

        Assert.Equal(
            [(actor.SessionId!.Value, true), (elsewhere.SessionId!.Value, false)], profile.Sessions.Select(s => (s.Id, s.IsThisOne)));
        Assert.True(profile.IsRecent);
        people.Clock.MoveTo(people.Clock.GetUtcNow() + PeopleOptions.RecentTime);
        Assert.False((await people.Get<ProfileQueries>().ReadAsync(actor, Ct)).IsRecent);
    }

    private static async Task<List<long>> SessionsAsync(PeopleDatabase people)
    {
        await using var db = people.NewContext();
        return await db.Sessions.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(Ct);
    }
}
