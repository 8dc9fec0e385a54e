using System.Collections.Concurrent;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Data.Assessments.Working;

/// <summary>
/// Who has which assessment open, and in which field they are. Kept
/// in memory: after a restart all say it again within a second.
/// </summary>
public sealed class AssessmentPresence(TimeProvider clock)
{
    /// <summary>Who says nothing for so long is gone.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, (string Person, string Field, DateTimeOffset At)>> _people =
        new(StringComparer.Ordinal);

    /// <summary>Says where a person is.</summary>
    public void Say(string assessment, int accountId, string person, string? field) =>
        _people.GetOrAdd(assessment, _ => new())[accountId] = (person, field ?? "", clock.GetUtcNow());

    /// <summary>Who else is there, by name.</summary>
    public IReadOnlyList<PersonHere> Others(string assessment, int accountId)
    {
        if (!_people.TryGetValue(assessment, out var people)) return [];
        var since = clock.GetUtcNow() - Window;
        foreach (var gone in people.Where(p => p.Value.At < since)) people.TryRemove(gone);
        return [
            .. people.Where(p => p.Key != accountId).Select(p => new PersonHere(p.Value.Person, p.Value.Field)).OrderByText(p => p.Person)];
    }
}
