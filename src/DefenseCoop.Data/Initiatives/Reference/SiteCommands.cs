using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.People;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>What an administrator does with the sites.</summary>
public sealed class SiteCommands(CommandRunner runner, SecurityLog log)
{
    /// <exception cref="NotAllowedException">The acting person may not do it.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.EditSites)]
    public async Task AddAsync(Actor actor, string? code, SiteValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditSites, async work =>
        {
            var sources = await ChosenSources.ReadAsync(work.Db, SubjectKind.Site, null, values.Sources, work.Ct);
            var site = Site.Create(
                code, values.Name, values.Kind, values.Territory, values.Latitude, values.Longitude, values.Icao,
                sources.Attribution(null, values.Note, hasValue: values.Latitude is not null));
            if (await Codes.TakenAsync(work.Db, site.Code, work.Ct) is { } taken) throw new InvalidInputException("Code", taken.Refusal("site"));
            work.Db.Add(site);
            sources.Cite(work.Db, SubjectKind.Site, site.Code);
        }, ct);
        log.Event("SiteAdded", actor.AccountId, $"site {code}");
    }

    /// <param name="version">The version that the person saw.</param>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it since.</exception>
    [Requires(Right.EditSites)]
    public async Task ChangeAsync(Actor actor, string code, long version, SiteValues values, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditSites, async work =>
        {
            var site = await FindAsync(work, code, version);
            var sources = await ChosenSources.ReadAsync(work.Db, SubjectKind.Site, code, values.Sources, work.Ct);
            var attribution = sources.Attribution(
                site.Attribution, values.Note, hasValue: values.Latitude is not null, hadValue: site.Latitude is not null);
            site.Change(values.Name, values.Kind, values.Territory, values.Latitude, values.Longitude, values.Icao, attribution);
            sources.Cite(work.Db, SubjectKind.Site, code);
        }, ct);
        log.Event("SiteChanged", actor.AccountId, $"site {code}");
    }

    /// <exception cref="InvalidInputException">Something uses it.</exception>
    [Requires(Right.EditSites)]
    public async Task DeleteAsync(Actor actor, string code, long version, CancellationToken ct)
    {
        await ReferenceChange.RunAsync(runner, actor, Right.EditSites, async work =>
        {
            var site = await FindAsync(work, code, version);
            ReferenceChange.RequireUnused(await ReferenceQueries.UsesAsync(work.Db, site, work.Ct));
            await ReferenceChange.RemoveCitationsAsync(work, SubjectKind.Site, code);
            work.Db.Remove(site);
        }, ct);
        log.Event("SiteDeleted", actor.AccountId, $"site {code}");
    }

    private static async Task<Site> FindAsync(CommandWork work, string code, long version)
    {
        var site = await work.Db.Sites.SingleOrDefaultAsync(s => s.Code == code, work.Ct) ?? throw ReferenceChange.Gone("site");
        ReferenceChange.RequireSeen(site.Version, version);
        return site;
    }
}
