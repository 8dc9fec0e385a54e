namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>What one window of a person sends of a form, to be kept.</summary>
/// <param name="Values">By field, exactly as typed.</param>
/// <param name="Bases">By field, what the window held when it was last at one with the draft; null where it does not say, and
/// then all is meant as it stands.</param>
public sealed record DraftSending(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string>? Bases)
{
    /// <summary>The draft that the window has seen; null where it saw none.</summary>
    public int? Draft { get; init; }

    /// <summary>Of the draft, when the window saw it.</summary>
    public int Revision { get; init; }

    /// <summary>Names the window.</summary>
    public string Tab { get; init; } = "";

    /// <summary>Fields in which the person chose between two texts.</summary>
    public IReadOnlyCollection<string> Settled { get; init; } = [];
}

/// <summary>What became of it.</summary>
/// <param name="Draft">Which draft it is in.</param>
/// <param name="Revision">Of the draft now.</param>
/// <param name="News">Fields that the person changed in other windows, as they are now.</param>
/// <param name="Conflicts">Fields that were changed here and elsewhere, as they are elsewhere: both texts are kept.</param>
public sealed record KeptDraft(
    int Draft, int Revision, IReadOnlyDictionary<string, string> News, IReadOnlyDictionary<string, string> Conflicts);

/// <summary>Which of a person's drafts of one form to open.</summary>
/// <param name="Draft">Its id; null for the newest, 0 for none: something new is begun once more.</param>
public readonly record struct DraftChoice(int? Draft)
{
    public static DraftChoice Newest => default;
}

/// <summary>Brings what two windows hold of one form together, field by field, as saves do.</summary>
internal static class DraftMerge
{
    public static (Dictionary<string, string> News, Dictionary<string, string> Conflicts) Into(DraftContent content, DraftSending sent)
    {
        Dictionary<string, string> news = new(StringComparer.Ordinal), conflicts = new(StringComparer.Ordinal);
        foreach (var field in sent.Settled) content.Settle(field);

        // A browser says nothing of a list of which nothing is chosen any more, nor of a box that is not ticked any more.
        foreach (var field in sent.Values.Keys.Union(sent.Bases?.Keys ?? []))
        {
            var typed = sent.Values.GetValueOrDefault(field, "");
            var before = sent.Bases is null ? null : sent.Bases.GetValueOrDefault(field, "");
            var kept = content.Values.GetValueOrDefault(field) ?? before ?? "";
            if (typed == kept || before is null || kept == before || content.IsBy(field, sent.Tab) || sent.Settled.Contains(field))
            {
                content.Put(field, sent.Tab, typed);
            }
            else if (typed == before)
            {
                news[field] = kept;
            }
            else
            {
                content.SetAside(field, sent.Tab, typed);
                conflicts[field] = kept;
            }
        }

        return (news, conflicts);
    }

    /// <summary>What is left of a draft once one window saved the form: what other windows hold and is not in it.</summary>
    /// <returns>Null where nothing is.</returns>
    public static DraftContent? Left(DraftContent content, DraftSending saved, bool isSeenWhole)
    {
        foreach (var field in saved.Settled) content.Settle(field);
        foreach (var (field, texts) in content.Aside.ToList())
        {
            texts.RemoveAll(t => t.Text == saved.Values.GetValueOrDefault(field, "") || (t.Tab.Length > 0 && t.Tab == saved.Tab));
            if (texts.Count == 0) content.Aside.Remove(field);
        }

        var others = isSeenWhole ? [] : content.Values.Where(v => !content.IsBy(v.Key, saved.Tab)
            && v.Value != saved.Values.GetValueOrDefault(v.Key, "") && v.Value != saved.Bases?.GetValueOrDefault(v.Key, "")).ToList();
        if (others.Count == 0 && content.Aside.Count == 0) return null;
        var left = new DraftContent
        {
            Values = new Dictionary<string, string>(saved.Values, StringComparer.Ordinal), Aside = content.Aside, By = content.By,
        };
        foreach (var (field, text) in others) left.Values[field] = text;
        return left;
    }
}
