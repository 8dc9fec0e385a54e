using System.Collections.Concurrent;
using System.Globalization;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.Shared;

namespace DefenseCoop.Web.Editing;

/// <summary>What a save came to, for the page that follows it.</summary>
/// <param name="ChangeSetId">The change.</param>
/// <param name="Effects">What it did to status.</param>
public sealed record SavedChange(long ChangeSetId, IReadOnlyList<StatusEffect> Effects);

/// <summary>
/// The newest saves of this process, so that the page after a form can say what the change did. A page that is asked for
/// an older one says nothing; the change itself stands in the history.
/// </summary>
public sealed class SavedChanges
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<long, SavedChange> _byId = new();

    public void Add(long changeSetId, EditResult result)
    {
        _byId[changeSetId] = new SavedChange(changeSetId, result.Effects);
        if (_byId.Count <= Kept) return;
        foreach (var old in _byId.Keys.Order().Take(_byId.Count - Kept)) _byId.TryRemove(old, out _);
    }

    /// <summary>The change that an address names; null where it names none, or an older one.</summary>
    public SavedChange? Named(string uri) =>
        uri.Contains(EditUrls.Saved, StringComparison.Ordinal)
        && long.TryParse(new QueryValues(uri).Single(EditUrls.Saved), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? _byId.GetValueOrDefault(id)
            : null;
}
