using DefenseCoop.Domain.People;
using Microsoft.Extensions.Logging;

namespace DefenseCoop.Data.Commands;

/// <summary>
/// What happened to accounts, sessions and rights, for whoever investigates. Every event has a name; people are named
/// by number, and nothing that somebody typed, no address of a mailbox and no secret is ever written.
/// </summary>
public sealed class SecurityLog(ILoggerFactory logs)
{
    private readonly ILogger _log = logs.CreateLogger("DefenseCoop.Security");

    /// <param name="name">Name of the event, such as <c>SignedIn</c>.</param>
    public void Event(string name, int? accountId, string? detail = null) =>
        _log.LogInformation("Security event {SecurityEvent}: account {AccountId}, {Detail}", name, accountId, detail);

    public void Warning(string name, int? accountId, string? detail = null) =>
        _log.LogWarning("Security event {SecurityEvent}: account {AccountId}, {Detail}", name, accountId, detail);

    /// <summary>An administrator changed another account.</summary>
    public void Changed(string name, Actor by, int accountId, string? detail = null) =>
        _log.LogInformation(
            "Security event {SecurityEvent}: account {AccountId} by {ActorId}, {Detail}", name, accountId, by.AccountId, detail);

    public void Denied(Actor actor, Right right) =>
        _log.LogWarning("Security event {SecurityEvent}: account {AccountId}, {Right}", "Denied", actor.AccountId, right);
}
