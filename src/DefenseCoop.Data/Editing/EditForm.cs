using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.Editing;

/// <summary>A form as it is opened.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Spec">Its fields.</param>
/// <param name="Heading">Such as "BE-1-M6 Runway extended", or "New reading of aircraft delivered".</param>
/// <param name="Base">Id of the newest change set when the stored values were read: what a save must name.</param>
/// <param name="Stored">The values as they are stored, by field; of a new record the values proposed.</param>
/// <param name="Values">What to show: a draft where there is one, else what is stored (or the version to restore).</param>
/// <param name="Draft">When the draft was last kept, UTC; null where there is none.</param>
/// <param name="Place">The record, or what a new one belongs to; null where it is gone.</param>
public sealed record EditForm(
    FormKey Key,
    FormSpec Spec,
    string Heading,
    long Base,
    IReadOnlyDictionary<string, string> Stored,
    IReadOnlyDictionary<string, string> Values,
    DateTime? Draft,
    RecordReference? Place)
{
    /// <summary>The draft that is shown, and its revision; null where there is none.</summary>
    public (int Id, int Revision)? Shown { get; init; }

    /// <summary>Further drafts of the same form.</summary>
    public IReadOnlyList<DraftMark> Others { get; init; } = [];

    /// <summary>By field, other texts that the person typed into it in other windows: to be chosen from.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AsideText>> Aside { get; init; } = new Dictionary<string, IReadOnlyList<AsideText>>();

    /// <summary>The reason that stands in the draft.</summary>
    public string Why { get; init; } = "";

    /// <summary>By field, what stands beside it: sentences of what is known already.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Beside { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Why the form cannot be saved as things are: the record is gone, or withdrawn. Null where it can.</summary>
    public string? Blocked { get; init; }
}

/// <summary>What a person sends.</summary>
/// <param name="Key">Which form.</param>
/// <param name="Base">Id of the newest change set that the person has seen.</param>
/// <param name="Values">By field, exactly as typed.</param>
/// <param name="Why">May be left out.</param>
public sealed record EditSubmission(FormKey Key, long Base, IReadOnlyDictionary<string, string> Values, string? Why)
{
    /// <summary>The doubts that the person has read: a save with another one is not carried out. Null for who is not to be asked.</summary>
    public IReadOnlyCollection<string>? Doubts { get; init; }

    /// <summary>What the window knows of the draft that the save takes the place of.</summary>
    public DraftSending Draft { get; init; } = new(Values, null);
}

/// <summary>One field that somebody else changed since the person opened the form.</summary>
/// <param name="IsConflict">Whether the person changed it too, and otherwise: only then is there a choice to make.</param>
public sealed record FieldMerge(FieldSpec Field, string Base, string Theirs, string Mine, bool IsConflict);

/// <summary>What came of a save or a preview.</summary>
/// <param name="Problems">What is wrong; nothing was changed then.</param>
/// <param name="Merges">Fields that somebody else changed meanwhile; nothing was changed then.</param>
/// <param name="Base">What the next save must name.</param>
/// <param name="Values">What to show next: with the changes of others taken over where they do not conflict.</param>
/// <param name="ChangeSetId">The change; null where nothing was changed.</param>
/// <param name="Code">Code of the record that was saved.</param>
/// <param name="Effects">What it does, or would do, to status.</param>
/// <param name="Place">The record; null where nothing can be said of it.</param>
public sealed record EditResult(
    IReadOnlyList<FieldProblem> Problems,
    IReadOnlyList<FieldMerge> Merges,
    long Base,
    IReadOnlyDictionary<string, string> Values,
    long? ChangeSetId,
    string? Code,
    IReadOnlyList<StatusEffect> Effects,
    RecordReference? Place)
{
    /// <summary>Who changed the record meanwhile; null where nobody did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>What can be right and is probably a slip: nothing was saved, if the person had not read it yet.</summary>
    public IReadOnlyList<FieldProblem> Doubts { get; init; } = [];

    /// <summary>What it comes to that the person may not expect, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>From where a new record is begun.</summary>
/// <param name="Noun">What such a record is called.</param>
/// <param name="Place">What it is to belong to, or where records of its kind stand; null where that is gone.</param>
public sealed record RecordOrigin(string Noun, RecordReference? Place);

/// <summary>One form that a person began and did not save.</summary>
/// <param name="IsNewest">Whether the form opens with it; other drafts of the form are named in the address.</param>
public sealed record DraftRow(int Id, FormKey Key, string Heading, DateTime KeptAt, bool IsNewest);

/// <summary>A draft of the same form beside the one that is shown.</summary>
public sealed record DraftMark(int Id, DateTime KeptAt);
