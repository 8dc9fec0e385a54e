using DefenseCoop.Data.History;

namespace DefenseCoop.Web.Shared.Live;

/// <summary>
/// Tells open pages of changes: of the first one at once, of those that follow together, three times a second at most.
/// The last one is never lost.
/// </summary>
public sealed class LiveFeed : IDisposable
{
    /// <summary>Readers are promised at most four renderings a second; a rendering may be late, and the next one on time.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    /// <summary>Pages look at each notice; beyond this many they read again whatever they show.</summary>
    private const int MostNotices = 50;

    private readonly Lock _gate = new();
    private readonly HashSet<Listener> _listeners = [];
    private readonly IDisposable _bus;
    private readonly ITimer _timer;
    private List<ChangeNotice> _waiting = [];
    private bool _isPaced;

    public LiveFeed(IChangeBus bus, TimeProvider clock)
    {
        _timer = clock.CreateTimer(_ => Tell(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _bus = bus.Listen(OnChange);
    }

    /// <summary>Listens until disposed. The listener is called on any thread, and must return at once.</summary>
    public IDisposable Listen(Action<LiveRound> listener)
    {
        var added = new Listener(listener, this);
        lock (_gate) _listeners.Add(added);
        return added;
    }

    public void Dispose()
    {
        _bus.Dispose();
        _timer.Dispose();
    }

    private void OnChange(ChangeNotice notice)
    {
        lock (_gate)
        {
            if (_waiting.Count == MostNotices) _waiting = [ChangeNotice.Everything];
            _waiting.Add(notice);
            if (_isPaced) return;
            _isPaced = true;
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tell()
    {
        LiveRound round;
        Listener[] listeners;
        lock (_gate)
        {
            _isPaced = _waiting.Count > 0;
            if (!_isPaced) return;
            round = new LiveRound(_waiting);
            listeners = [.. _listeners];
            _waiting = [];
            _timer.Change(Pace, Timeout.InfiniteTimeSpan);
        }

        foreach (var listener in listeners)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static told => told.listener.Tell(told.round), (listener, round), preferLocal: false);
        }
    }

    private sealed class Listener(Action<LiveRound> tell, LiveFeed feed) : IDisposable
    {
        public Action<LiveRound> Tell { get; } = tell;

        public void Dispose()
        {
            lock (feed._gate) feed._listeners.Remove(this);
        }
    }
}
