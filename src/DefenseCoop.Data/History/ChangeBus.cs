using System.Collections.Concurrent;
using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.History;

/// <summary>One record that was changed, with where it belongs.</summary>
/// <param name="Code">Code or slug.</param>
public sealed record ChangedRecord(
    RecordKind Kind, string Code, string Title, string? InitiativeCode, string? CategorySlug, string? FocusAreaSlug, ChangeAction Action);

/// <summary>What everybody is told of a change once it is committed.</summary>
/// <param name="ChangeSetId">The change set; 0 where only stored findings changed, as when a day has passed.</param>
/// <param name="Records">The records that were changed; empty where everything may have changed.</param>
/// <param name="Initiatives">Codes of initiatives whose facts or findings changed.</param>
/// <param name="FocusAreas">Slugs of focus areas whose tree or finding changed.</param>
public sealed record ChangeNotice(
    long ChangeSetId, IReadOnlyList<ChangedRecord> Records, IReadOnlySet<string> Initiatives, IReadOnlySet<string> FocusAreas)
{
    /// <summary>Everything may have changed.</summary>
    public static ChangeNotice Everything { get; } = new(0, [], new HashSet<string>(), new HashSet<string>());

    public bool IsEverything => Records.Count == 0 && Initiatives.Count == 0 && FocusAreas.Count == 0;

    /// <summary>Whether a kind of record was changed that the page shows whatever it belongs to.</summary>
    public bool ShowsOn(RecordPages page) => Records.Any(r => (RecordDescriptors.Of(r.Kind).Pages & page) != 0);
}

/// <summary>Tells open pages of changes. Within one process now; a database that notifies can take its place.</summary>
public interface IChangeBus
{
    /// <summary>Tells all listeners. Never throws, and never waits for them.</summary>
    void Publish(ChangeNotice notice);

    /// <summary>Listens until disposed. The listener is called on the thread of whoever publishes, and must return at once.</summary>
    IDisposable Listen(Action<ChangeNotice> listener);
}

/// <summary>The bus within one process.</summary>
public sealed class ProcessChangeBus : IChangeBus
{
    private readonly ConcurrentDictionary<Listener, bool> _listeners = new();

    public void Publish(ChangeNotice notice)
    {
        foreach (var listener in _listeners.Keys) listener.Tell(notice);
    }

    public IDisposable Listen(Action<ChangeNotice> listener)
    {
        var added = new Listener(listener, this);
        _listeners[added] = true;
        return added;
    }

    private sealed class Listener(Action<ChangeNotice> tell, ProcessChangeBus bus) : IDisposable
    {
        public Action<ChangeNotice> Tell { get; } = tell;

        public void Dispose() => bus._listeners.TryRemove(this, out _);
    }
}
