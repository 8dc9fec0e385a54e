using System.Globalization;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Web.Editing.Forms.Picks;
using Microsoft.AspNetCore.Http.Metadata;

namespace DefenseCoop.Web.Editing.Forms;

/// <summary>
/// A form of editing as a browser sends it. Read from the request itself: binding would drop long lists and turn what it
/// cannot read into nothing.
/// </summary>
/// <param name="form">What was sent.</param>
public sealed class SentForm(IFormCollection form)
{
    /// <summary>Stands before the name of each field.</summary>
    public const string Prefix = "f.";

    public const string FormField = "Form";
    public const string CodeField = "Code";
    public const string OfField = "Of";
    public const string WhyField = "Why";

    /// <summary>From where the person came to the form.</summary>
    public const string FromField = "From";

    /// <summary>Newest change set that the person has seen.</summary>
    public const string BaseField = "Base";

    /// <summary>The same before the changes of others were shown, which holds until each choice is made.</summary>
    public const string SeenField = "SeenBase";

    /// <summary>Names the fields that need a choice.</summary>
    public const string ConflictField = "conflict";

    /// <summary>Before the name of a field: <c>theirs</c> or <c>mine</c>.</summary>
    public const string ChoicePrefix = "keep.";

    /// <summary>Before the name of a field: what the other person wrote there.</summary>
    public const string TheirsPrefix = "theirs.";

    public const string Theirs = "theirs";
    public const string Mine = "mine";

    /// <summary>What the pressed button asks for.</summary>
    public const string DoField = "do";

    public const string Preview = "preview";

    /// <summary>A doubt that the person has read.</summary>
    public const string DoubtField = "Doubt";

    /// <summary>Id of the draft that the window knows.</summary>
    public const string DraftField = "Draft";

    /// <summary>Of the draft, when the window heard of it.</summary>
    public const string RevisionField = "DraftRevision";

    /// <summary>Names the window; a script fills it in.</summary>
    public const string TabField = "DraftTab";

    /// <summary>Before the name of a field: what it held when the window was last at one with what is kept.</summary>
    public const string BasePrefix = "b.";

    private const int LongestTab = 40;

    /// <summary>Before the name of a field: what stands in the box in which its choices are looked for.</summary>
    public const string FindPrefix = "find.";

    /// <summary>Which form it says it is.</summary>
    public FormKey Key => new(One(FormField), NullIfEmpty(One(CodeField)), NullIfEmpty(One(OfField)));

    public string From => One(FromField);

    public string Why => Text(form[WhyField]);

    public IReadOnlyList<string> Doubts => [.. form[DoubtField].OfType<string>()];

    public bool AsksForPreview => form[DoField] == Preview;

    /// <summary>What a button of a pick list asks for; null where another one was pressed.</summary>
    public PickStep? Step => PickStep.Read(One(DoField));

    /// <summary>By field, what was written to look for choices.</summary>
    public IReadOnlyDictionary<string, string> Finds => form.Keys
        .Where(k => k.StartsWith(FindPrefix, StringComparison.Ordinal) && One(k).Trim().Length > 0)
        .ToDictionary(k => k[FindPrefix.Length..], One, StringComparer.Ordinal);

    /// <summary>Fields in which two people differ and of which none is chosen yet.</summary>
    public IReadOnlyList<string> Unsettled =>
        [.. form[ConflictField].OfType<string>().Where(f => form[ChoicePrefix + f] != Theirs && form[ChoicePrefix + f] != Mine)];

    /// <summary>What a save must name: with an open choice still the earlier one, so that the save shows the choice again.</summary>
    public long Base =>
        long.TryParse(
            form[Unsettled.Count > 0 && form.ContainsKey(SeenField) ? SeenField : BaseField],
            NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : 0;

    /// <summary>By field, as typed; several boxes are one a line, and what the person chose of two is in place.</summary>
    public IReadOnlyDictionary<string, string> Values => form.Keys
        .Where(k => k.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(k => k[Prefix.Length..], Value, StringComparer.Ordinal);

    public EditSubmission Submission(FormKey key) => Submission(key, Values);

    /// <summary>The same with values that were made of what was sent.</summary>
    public EditSubmission Submission(FormKey key, IReadOnlyDictionary<string, string> values) =>
        new(key, Base, values, Why) { Draft = Draft, Doubts = Doubts };

    /// <summary>By field, what the window held when it was last at one with what is kept; null where it does not say.</summary>
    public IReadOnlyDictionary<string, string>? Bases => !form.ContainsKey(RevisionField) ? null : form.Keys
        .Where(k => k.StartsWith(BasePrefix, StringComparison.Ordinal))
        .ToDictionary(k => k[BasePrefix.Length..], k => Text(form[k]), StringComparer.Ordinal);

    /// <summary>The form as its draft knows it.</summary>
    public DraftSending Draft => new(new Dictionary<string, string>(Values, StringComparer.Ordinal) { [WhyField] = Why }, Bases)
    {
        Draft = int.TryParse(One(DraftField), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
        Revision = int.TryParse(One(RevisionField), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
        Tab = One(TabField) is { Length: <= LongestTab } tab ? tab : "",
        Settled = [.. form.Keys.Where(k => k.StartsWith(ChoicePrefix, StringComparison.Ordinal) && (form[k] == Theirs || form[k] == Mine))
            .Select(k => k[ChoicePrefix.Length..])],
    };

    private string Value(string key)
    {
        var field = key[Prefix.Length..];
        return form[ChoicePrefix + field] == Theirs ? Text(form[TheirsPrefix + field]) : Text(form[key]);
    }

    private string One(string name) => form[name] is [.., { } last] ? last : "";

    /// <summary>Browsers send line ends of their own.</summary>
    private static string Text(Microsoft.Extensions.Primitives.StringValues values) =>
        string.Join('\n', values.OfType<string>()).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>
/// A form of editing may be as large as a request may be: what is too long is said at its field, beside what was typed,
/// and not by a page that has lost it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongFormAttribute : Attribute, IFormOptionsMetadata
{
    public const int LongestValue = 1024 * 1024;
    public const int MostValues = 4096;

    public bool? BufferBody => null;

    public int? MemoryBufferThreshold => null;

    public long? BufferBodyLengthLimit => null;

    public int? ValueCountLimit => MostValues;

    public int? KeyLengthLimit => null;

    public int? ValueLengthLimit => LongestValue;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;

    public long? MultipartBodyLengthLimit => null;
}
