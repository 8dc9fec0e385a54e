using DefenseCoop.Data.People;
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
    /// <exception cref="ArgumentException">Names the field and the remedy, as does <see cref="InvalidInputException"/>.</exception>
    [Requires(Right.EditOrganizations)]
    public Task AddAsync(Actor actor, string? code, OrganizationValues values, CancellationToken ct) =>
        runner.RunAsync(actor, Right.EditOrganizations, async db =>
        {
            var sources = await ChosenSources.ReadAsync(db, SubjectKind.Organization, null, values.Sources, ct);
            var organization = Organization.Create(
                code, values.Name, values.LocalName, values.Abbreviation, values.Country, values.Kind, sources.Attribution(null, values.Note));
            if (await db.Organizations.AnyAsync(o => o.Code == organization.Code, ct)) throw ReferenceChange.Taken("Code", "organization");
            db.Add(organization);
            sources.Cite(db, SubjectKind.Organization, organization.Code);
            await ReferenceChange.SaveAsync(db, ct);
            log.Event("OrganizationAdded", actor.AccountId, $"organization {organization.Id}");
        }, ct);

    /// <param name="version">The version that the person saw.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    [Requires(Right.EditOrganizations)]
    public Task ChangeAsync(Actor actor, string code, long version, OrganizationValues values, CancellationToken ct) =>
        runner.RunAsync(actor, Right.EditOrganizations, async db =>
        {
            var organization = await FindAsync(db, code, version, ct);
            var sources = await ChosenSources.ReadAsync(db, SubjectKind.Organization, code, values.Sources, ct);
            var shortName = organization.ShortName;
            organization.Change(
                values.Name, values.LocalName, values.Abbreviation, values.Country, values.Kind, sources.Attribution(organization.Attribution, values.Note));
            sources.Cite(db, SubjectKind.Organization, code);
            if (organization.ShortName != shortName) await RenameAsync(db, organization, ct);
            await ReferenceChange.SaveAsync(db, ct);
            log.Event("OrganizationChanged", actor.AccountId, $"organization {organization.Id}");
        }, ct);

    /// <exception cref="InvalidInputException">Something uses it.</exception>
    [Requires(Right.EditOrganizations)]
    public Task DeleteAsync(Actor actor, string code, long version, CancellationToken ct) =>
        runner.RunAsync(actor, Right.EditOrganizations, async db =>
        {
            var organization = await FindAsync(db, code, version, ct);
            ReferenceChange.RequireUnused(await ReferenceQueries.UsesAsync(db, organization, ct));
            await db.Citations.Where(c => c.Kind == SubjectKind.Organization && c.SubjectCode == code).ExecuteDeleteAsync(ct);
            db.Remove(organization);
            await ReferenceChange.SaveAsync(db, ct);
            log.Event("OrganizationDeleted", actor.AccountId, $"organization {organization.Id}");
        }, ct);

    private static async Task<Organization> FindAsync(DefenseCoopContext db, string code, long version, CancellationToken ct)
    {
        var organization = await db.Organizations.SingleOrDefaultAsync(o => o.Code == code, ct) ?? throw ReferenceChange.Gone("organization");
        ReferenceChange.RequireSeen(organization.Version, version);
        return organization;
    }

    /// <summary>The rows of the register that are stored for today hold the names of leads.</summary>
    private static async Task RenameAsync(DefenseCoopContext db, Organization organization, CancellationToken ct)
    {
        var led = db.Participations.Where(p => p.OrganizationId == organization.Id && p.Role == OrganizationRole.Lead).Select(p => p.InitiativeId);

        // Tracked, so that the changed organization is among them as it will be.
        var leads = (await db.Participations.Include(p => p.Organization)
            .Where(p => p.Role == OrganizationRole.Lead && led.Contains(p.InitiativeId))
            .ToListAsync(ct)).ToLookup(p => p.InitiativeId);
        foreach (var entry in await db.RegisterEntries.Where(e => led.Contains(e.InitiativeId)).ToListAsync(ct))
        {
            entry.Leads = RegisterEntryFactory.Leads(leads[entry.InitiativeId]);
        }
    }
}
