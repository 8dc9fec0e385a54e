using System.Collections.Concurrent;
using DefenseCoop.Data.History;

namespace DefenseCoop.Web.Shared.Live;

/// <summary>
/// One telling of open pages that something changed. Pages that ask the same question of the new state share one
/// answer; it is dropped with the round, as soon as the last page has shown it.
/// </summary>
public sealed class LiveRound(IReadOnlyList<ChangeNotice> notices)
{
    private readonly ConcurrentDictionary<object, Lazy<Task>> _answers = new();

    /// <summary>What happened since the round before, in its order.</summary>
    public IReadOnlyList<ChangeNotice> Notices => notices;

    /// <summary>The answer to a question, asked once for all pages of the round.</summary>
    /// <param name="question">Equal for equal questions.</param>
    /// <param name="read">Asks it; must not end with the page that happens to ask first.</param>
    public Task<T> ReadAsync<T>(object question, Func<Task<T>> read) =>
        (Task<T>)_answers.GetOrAdd(question, _ => new Lazy<Task>(() => Task.Run(read))).Value;
}
