using System.Reflection;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>Every command under every kind of person: done where the table of rights says so, else refused with nothing written.</summary>
public sealed class RightsTests(CommandStage stage) : IClassFixture<CommandStage>
{
    private const BindingFlags PublicOnes = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string, string> CasesAndPeople { get; } = new(
        from @case in CommandCases.All
        from person in Persona.All
        select (@case.Name, person.Name));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(CasesAndPeople))]
    public async Task Command_AskedForBySomebody_IsDoneOnlyWhereTheTableSaysSo(string command, string person)
    {
        var @case = CommandCases.All.Single(c => c.Name == command);
        var persona = Persona.All.Single(p => p.Name == person);
        var rights = @case.Needs ?? [CommandCatalog.All.Single(c => c.Name == command).Right!.Value];
        var account = await stage.AddAsync(persona.Roles);
        var call = new CommandCall(stage, await stage.People.SignInAsync(account), account, await stage.AddAsync(Roles.Analyst));
        if (@case.Prepare is not null) await @case.Prepare(call);
        if (persona.Spoil is not null) call = call with { Actor = await persona.Spoil(stage, account, call.Actor) };
        var writes = await stage.WritesAsync();

        if (rights.Any(persona.MayHave))
        {
            await @case.Run(call);
            Assert.Equal(@case.Writes, await stage.WritesAsync() != writes);
        }
        else
        {
            var refused = await Assert.ThrowsAsync<NotAllowedException>(() => @case.Run(call));
            Assert.Equal(rights[0], refused.Right);
            Assert.Equal(writes, await stage.WritesAsync());
        }
    }

    [Fact]
    public void Commands_AllOfThem_NameTheirRightAndTakeTheActorFirst()
    {
        var methods = OfClasses("Commands").ToList();

        Assert.True(methods.Count > 15, $"Only {methods.Count} commands were found.");
        Assert.Empty(
            methods.Where(m => m.GetCustomAttribute<RequiresAttribute>() is null == !m.IsDefined(typeof(RequiresRightOfFormAttribute)))
                .Select(Name));
        Assert.Empty(
            methods.Where(m => m.GetParameters() is not [{ ParameterType: var first }, ..] || first != typeof(Actor)).Select(Name));
        Assert.Empty(methods.Where(m => !typeof(Task).IsAssignableFrom(m.ReturnType)).Select(Name));
        Assert.Equal(
            methods.Select(Name).Order(StringComparer.Ordinal),
            CommandCatalog.All.Select(c => Name(c.Method)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Commands_AllOfThem_HaveACase()
    {
        var queries = OfClasses("Queries").Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Actor))).Select(Name);

        Assert.Equal(
            CommandCatalog.All.Select(c => c.Name).Concat(queries).Order(StringComparer.Ordinal),
            CommandCases.All.Select(c => c.Command).Distinct().Order(StringComparer.Ordinal));
        Assert.All(
            CommandCases.All,
            c => Assert.Equal(CommandCatalog.All.SingleOrDefault(e => e.Name == c.Command)?.Right is null, c.Needs is not null));
    }

    /// <summary>Otherwise a command would be tested on one side only.</summary>
    [Fact]
    public void People_Asking_AreLetInAndRefusedForEveryRight() =>
        Assert.All(
            CommandCatalog.All.Select(c => c.Right).OfType<Right>().Concat(FormRights.All).Distinct(),
            right => Assert.Equal(2, Persona.All.Select(p => p.MayHave(right)).Distinct().Count()));

    [Fact]
    public async Task RoleTakenAway_NextCommandOfTheSameSession_IsRefused()
    {
        var account = await stage.AddAsync(Roles.Administrator);
        var actor = await stage.People.SignInAsync(account);
        var other = await stage.People.SignInAsync(await stage.AddAsync(Roles.Administrator));
        var commands = stage.People.Get<AccountCommands>();
        await commands.InviteAsync(actor, $"{Guid.NewGuid():N}@example.org", "Eva", Roles.Reader, Ct);

        await commands.ChangeRolesAsync(other, account.Id, Roles.Editor, Ct);

        await Assert.ThrowsAsync<NotAllowedException>(() => commands.ChangeRolesAsync(actor, account.Id, Roles.Administrator, Ct));
        Assert.Equal(Roles.Editor, (await stage.People.ReadAsync(account.Id)).Roles);
    }

    private static IEnumerable<MethodInfo> OfClasses(string end) => typeof(RequiresAttribute).Assembly.GetTypes()
        .Where(t => t.IsClass && t.Name.EndsWith(end, StringComparison.Ordinal))
        .SelectMany(t => t.GetMethods(PublicOnes))
        .Where(m => !m.IsSpecialName);

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name.Replace("Async", "", StringComparison.Ordinal)}";
}
