using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Initiatives.Reference;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>A database of the starter data with an administrator who edits its categories, organizations and sites.</summary>
public sealed class ReferenceStage : IAsyncLifetime
{
    public static DateOnly Today => GeneratedRegister.Today;

    public static DateOnly PastDay { get; } = new(2025, 6, 30);

    public PeopleDatabase People { get; private set; } = null!;

    public Actor Administrator { get; private set; }

    public CategoryCommands Categories => People.Get<CategoryCommands>();

    public OrganizationCommands Organizations => People.Get<OrganizationCommands>();

    public SiteCommands Sites => People.Get<SiteCommands>();

    public ReferenceQueries Reference => People.Get<ReferenceQueries>();

    public RegisterQueries Register => People.Get<RegisterQueries>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        People = await PeopleDatabase.CreateAsync();
        Administrator = await People.SignInAsync(await People.AddAsync("admin", Roles.Administrator));
    }

    public ValueTask DisposeAsync() => People.DisposeAsync();

    public DefenseCoopContext NewContext() => People.NewContext();

    public async Task<ReferenceDetails<CategoryValues>> CategoryAsync(string slug) =>
        (await Reference.CategoryAsync(Administrator, slug, Stop))!;

    public async Task<ReferenceDetails<OrganizationValues>> OrganizationAsync(string code) =>
        (await Reference.OrganizationAsync(Administrator, code, Stop))!;

    public async Task<ReferenceDetails<SiteValues>> SiteAsync(string code) => (await Reference.SiteAsync(Administrator, code, Stop))!;

    /// <summary>The leads of every initiative that the register of a day lists.</summary>
    public async Task<Dictionary<string, string>> LeadsAsync(DateOnly day) =>
        (await Register.ReadAsync(new RegisterQuery { Size = 200 }, day, Stop)).Rows.ToDictionary(r => r.Code, r => r.Leads);

    /// <summary>The codes of the sources that a record cites, in their order.</summary>
    public async Task<IReadOnlyList<string>> CitedAsync(SubjectKind kind, string code)
    {
        await using var db = NewContext();
        return await db.Citations.Where(c => c.Kind == kind && c.SubjectCode == code)
            .OrderBy(c => c.Position).Select(c => c.Source.Code).ToListAsync(Stop);
    }

    public async Task<Organization> StoredOrganizationAsync(string code)
    {
        await using var db = NewContext();
        return await db.Organizations.AsNoTracking().SingleAsync(o => o.Code == code, Stop);
    }
}
