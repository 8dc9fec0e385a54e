using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Profile;

/// <summary>What people change of their own account that is no secret, and their sessions.</summary>
public sealed class ProfileCommands(CommandRunner runner, SecurityLog log)
{
    /// <summary>The themes that a person can choose; null is the system's.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["light", "dark"];

    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.ChangeOwnAccount)]
    public Task ChangeAsync(Actor actor, string name, string? timeZone, string? theme, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.ChangeOwnAccount, async work =>
        {
            var account = await work.Db.Accounts.SingleAsync(a => a.Id == work.AccountId, work.Ct);
            account.DisplayName = AccountFactory.Name(name);
            account.TimeZone = TimeZoneOf(timeZone);
            account.Theme = OneOf(Themes, theme, "Theme");
            await work.Db.SaveChangesAsync(work.Ct);
        }, ct);

    /// <summary>Switches the daily mail of what waits for the person on or off.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public Task SetDigestAsync(Actor actor, bool wanted, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.ChangeOwnAccount, async work =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == work.AccountId, work.Ct)).WantsNoDigest = !wanted;
            await work.Db.SaveChangesAsync(work.Ct);
        }, ct);

    /// <summary>Ends one of the person's own sessions; another's is left alone.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public Task EndSessionAsync(Actor actor, long sessionId, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.ChangeOwnAccount, async work =>
        {
            var ended = await work.Db.Sessions.Where(s => s.Id == sessionId && s.AccountId == work.AccountId).ExecuteDeleteAsync(work.Ct);
            if (ended > 0) log.Event("SessionEnded", work.AccountId);
        }, ct);

    /// <summary>Ends every session of the person, this one too.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public Task EndAllSessionsAsync(Actor actor, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.ChangeOwnAccount, async work =>
        {
            await work.Db.Sessions.Where(s => s.AccountId == work.AccountId).ExecuteDeleteAsync(work.Ct);
            log.Event("SignedOutEverywhere", work.AccountId);
        }, ct);

    private static string? OneOf(IReadOnlyList<string> list, string? value, string field)
    {
        if (string.IsNullOrEmpty(value)) return null;
        return list.Contains(value) ? value : throw NotInList(field);
    }

    private static string? TimeZoneOf(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        return ReaderDay.Find(value) is null ? throw NotInList("TimeZone") : value;
    }

    private static InvalidInputException NotInList(string field) => new(field, "This value is not known: choose one of the list.");
}
