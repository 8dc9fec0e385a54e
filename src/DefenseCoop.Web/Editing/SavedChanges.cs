using System.Collections.Concurrent;
using System.Globalization;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Editing;

/// <summary>What a save came to, for the page that follows it.</summary>
/// <param name="ChangeSetId">The change.</param>
/// <param name="AccountId">Who made it, and may take it back.</param>
/// <param name="Effects">What it did to status.</param>
/// <param name="ReturnUrl">Where the record stands.</param>
public sealed record SavedChange(long ChangeSetId, int AccountId, IReadOnlyList<StatusEffect> Effects, string ReturnUrl)
{
    /// <summary>Where to go once it is taken back: a record that it made is not there any more.</summary>
    public required string UndoneUrl { get; init; }

    /// <summary>The form for another record of the same kind; null where the change made none.</summary>
    public SavedLink? Another { get; init; }

    /// <summary>What comes next in the work list; null where the change was not made from there.</summary>
    public SavedLink? Next { get; init; }

    /// <summary>Whether it took another change back.</summary>
    public bool IsUndo { get; init; }

    /// <summary>Why it was not taken back; null where nobody tried, or it was.</summary>
    public string? Problem { get; init; }
}

/// <summary>A way on from a saved change.</summary>
public sealed record SavedLink(string Words, string Url);

/// <summary>
/// The newest saves of this process, so that the page after a form can say what the change did. A page that is asked for
/// an older one says nothing; the change itself stands in the history.
/// </summary>
public sealed class SavedChanges
{
    private const int Kept = 500;

    private readonly ConcurrentDictionary<long, SavedChange> _byId = new();

    public void Add(SavedChange change)
    {
        _byId[change.ChangeSetId] = change;
        if (_byId.Count <= Kept) return;
        foreach (var old in _byId.Keys.Order().Take(_byId.Count - Kept)) _byId.TryRemove(old, out _);
    }

    /// <summary>Null where it is an older one, or none.</summary>
    public SavedChange? Find(long changeSetId) => _byId.GetValueOrDefault(changeSetId);

    /// <summary>The change that an address names; null where it names none, or an older one.</summary>
    public SavedChange? Named(string uri) =>
        uri.Contains(EditUrls.Saved, StringComparison.Ordinal)
        && long.TryParse(new QueryValues(uri).Single(EditUrls.Saved), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Find(id)
            : null;
}
