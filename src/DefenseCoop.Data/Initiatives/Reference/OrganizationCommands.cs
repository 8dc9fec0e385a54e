using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>What an administrator does with the organizations.</summary>
public sealed class OrganizationCommands(CommandRunner runner, SecurityLog log)
{
    /// <exception cref="NotAllowedException">The acting person may not do it.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.EditOrganizations)]
    public async Task AddAsync(Actor actor, string? code, OrganizationValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditOrganizations, async db =>
        {
            var sources = await ChosenSources.ReadAsync(db, SubjectKind.Organization, null, values.Sources, ct);
            var organization = Organization.Create(
                code, values.Name, values.LocalName, values.Abbreviation,
                values.Country, values.Kind, sources.Attribution(null, values.Note));
            if (await db.Organizations.AnyAsync(o => o.Code == organization.Code, ct)) throw ReferenceChange.Taken("Code", "organization");
            db.Add(organization);
            sources.Cite(db, SubjectKind.Organization, organization.Code);
        }, ct);
        log.Event("OrganizationAdded", actor.AccountId, $"organization {code}");
    }

    /// <param name="version">The version that the person saw.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    [Requires(Right.EditOrganizations)]
    public async Task ChangeAsync(Actor actor, string code, long version, OrganizationValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditOrganizations, async db =>
        {
            var organization = await FindAsync(db, code, version, ct);
            var sources = await ChosenSources.ReadAsync(db, SubjectKind.Organization, code, values.Sources, ct);
            organization.Change(
                values.Name, values.LocalName, values.Abbreviation, values.Country,
                values.Kind, sources.Attribution(organization.Attribution, values.Note));
            sources.Cite(db, SubjectKind.Organization, code);
        }, ct);
        log.Event("OrganizationChanged", actor.AccountId, $"organization {code}");
    }

    /// <exception cref="InvalidInputException">Something uses it.</exception>
    [Requires(Right.EditOrganizations)]
    public async Task DeleteAsync(Actor actor, string code, long version, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditOrganizations, async db =>
        {
            var organization = await FindAsync(db, code, version, ct);
            ReferenceChange.RequireUnused(await ReferenceQueries.UsesAsync(db, organization, ct));
            await ReferenceChange.RemoveCitationsAsync(db, SubjectKind.Organization, code, ct);
            db.Remove(organization);
        }, ct);
        log.Event("OrganizationDeleted", actor.AccountId, $"organization {code}");
    }

    private static async Task<Organization> FindAsync(DefenseCoopContext db, string code, long version, CancellationToken ct)
    {
        var organization = await db.Organizations.SingleOrDefaultAsync(o => o.Code == code, ct)
            ?? throw ReferenceChange.Gone("organization");
        ReferenceChange.RequireSeen(organization.Version, version);
        return organization;
    }
}
