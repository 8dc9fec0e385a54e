using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Web.Settings;
using Microsoft.AspNetCore.SignalR;

namespace DefenseCoop.Web.People.OpenPages;

/// <summary>One connection of a browser to an open page, or to one that is about to open.</summary>
internal sealed record Connection(string Id, string Person, Actor Actor, HubCallerContext Context, DateTimeOffset Since)
{
    public bool HasPage { get; set; }
}

/// <summary>
/// The pages that are open in browsers, and the connections to them. It knows whose they are, so that they end with the
/// session, stay with the identity they were opened under, and are not more than one person may have.
/// </summary>
public sealed class OpenPages(AppSettings settings, TimeProvider clock)
{
    /// <summary>A circuit without connection is kept for three minutes by the framework; then its owner is of no interest.</summary>
    private static readonly TimeSpan OwnerTime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Actor Owner, DateTimeOffset Seen)> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PagePerson, bool> _pages = new();

    /// <summary>Pages that are open, connected or not.</summary>
    public int Count => _pages.Count;

    /// <summary>Connections of browsers.</summary>
    public int ConnectionCount => _connections.Count;

    internal ICollection<PagePerson> Pages => _pages.Keys;

    internal ICollection<Connection> Connections => _connections.Values;

    /// <summary>Whether another page may open for this request. Without room it is shown all the same, but does not update itself.</summary>
    public bool HasRoomFor(HttpContext http)
    {
        var person = PersonOf(http);
        return _connections.Count < settings.Limits.PagesInAll && _connections.Values.Count(c => c.Person == person) < settings.Limits.PagesPerPerson;
    }

    /// <summary>Whom pages are counted for: the account, or the network address of a visitor.</summary>
    public static string PersonOf(HttpContext http) =>
        http.User.Actor() is { AccountId: > 0 } actor ? $"account {actor.AccountId}" : $"address {http.Connection.RemoteIpAddress}";

    internal bool TryAdd(HubCallerContext context)
    {
        var http = context.GetHttpContext()!;
        var person = PersonOf(http);
        _connections[context.ConnectionId] = new Connection(context.ConnectionId, person, http.User.Actor(), context, clock.GetUtcNow());
        return _connections.Count <= settings.Limits.PagesInAll && _connections.Values.Count(c => c.Person == person) <= settings.Limits.PagesPerPerson;
    }

    internal void Remove(HubCallerContext context) => _connections.TryRemove(context.ConnectionId, out _);

    internal void Add(PagePerson page) => _pages[page] = true;

    internal void Remove(PagePerson page) => _pages.TryRemove(page, out _);

    /// <summary>Notes under whose identity a page was opened.</summary>
    internal void Own(HubCallerContext context, string pageSecret)
    {
        if (_connections.TryGetValue(context.ConnectionId, out var connection)) connection.HasPage = true;
        _owners[Key(pageSecret)] = (context.User!.Actor(), clock.GetUtcNow());
    }

    /// <summary>Whether a connection comes from the identity under which the page was opened.</summary>
    internal bool IsOwner(HubCallerContext context, string pageSecret) =>
        _owners.TryGetValue(Key(pageSecret), out var owned) && owned.Owner == context.User!.Actor();

    /// <summary>Forgets the owners of pages that can no longer be reached.</summary>
    internal void Prune()
    {
        var now = clock.GetUtcNow();
        var connected = _connections.Values.Select(c => c.Actor).ToHashSet();
        foreach (var (key, (owner, seen)) in _owners)
        {
            if (now - seen > OwnerTime && !connected.Contains(owner)) _owners.TryRemove(key, out _);
        }
    }

    private static string Key(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
