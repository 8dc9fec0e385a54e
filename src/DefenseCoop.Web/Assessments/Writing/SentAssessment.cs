using System.Globalization;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Editing.Forms;

namespace DefenseCoop.Web.Assessments.Writing;

/// <summary>What a writer chose of two texts.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What is to stand.</param>
/// <param name="Seen">Version of the text of others that was shown.</param>
public sealed record SentChoice(string Field, string Value, long Seen);

/// <summary>The form of an assessment as a browser sends it, with what each field held when it was opened.</summary>
/// <param name="form">What was sent.</param>
public sealed class SentAssessment(IFormCollection form)
{
    /// <summary>Before the name of a field: its text when it was opened, or kept last.</summary>
    public const string BasePrefix = "b.";

    /// <summary>Before the name of a field: what others wrote there.</summary>
    public const string TheirsPrefix = "t.";

    /// <summary>Before the name of a field: the version of that.</summary>
    public const string VersionPrefix = "v.";

    /// <summary>Before the name of a field: a comment on it.</summary>
    public const string CommentPrefix = "c.";

    /// <summary>Why a published assessment is to be corrected.</summary>
    public const string ReasonField = "Reason";

    public const string CodeField = "code";
    public const string SeenField = "seen";

    /// <summary>The field in which the person is.</summary>
    public const string AtField = "at";

    public string Code => form[CodeField].ToString();

    public long Seen => Number(SeenField);

    public string? At => form[AtField] is [{ Length: > 0 and <= TextPartNames.MaxLength } at] ? at : null;

    private string Asked => form[SentForm.DoField].ToString();

    /// <summary>Null where no such button was pressed.</summary>
    public SentChoice? Choice => Asked.Split(':', 2) switch
    {
        ["theirs", var name] => new(name, Text(form[TheirsPrefix + name]), Number(VersionPrefix + name)),
        ["mine", var name] => new(name, Text(form[SentForm.Prefix + name]), Number(VersionPrefix + name)),
        _ => null,
    };

    /// <summary>By field, as typed; an action that is removed is empty.</summary>
    public IReadOnlyDictionary<string, string> Values => form.Keys
        .Where(k => k.StartsWith(SentForm.Prefix, StringComparison.Ordinal))
        .Select(k => k[SentForm.Prefix.Length..])
        .ToDictionary(f => f, f => IsRemoved(f) ? "" : Text(form[SentForm.Prefix + f]), StringComparer.Ordinal);

    /// <summary>What is different from what the form was opened with; a field that is being settled is none of them.</summary>
    public IReadOnlyList<FieldChange> Changes =>
    [
        .. from value in Values
        let original = Text(form[BasePrefix + value.Key])
        where value.Value != original && value.Key != Choice?.Field
        select new FieldChange(value.Key, original, value.Value),
    ];

    /// <summary>Comments by field.</summary>
    public static IReadOnlyDictionary<string, string> CommentsOf(IFormCollection form) => form.Keys
        .Where(k => k.StartsWith(CommentPrefix, StringComparison.Ordinal))
        .ToDictionary(k => k[CommentPrefix.Length..], k => Text(form[k]), StringComparer.Ordinal);

    /// <summary>Browsers send line ends of their own.</summary>
    public static string Text(Microsoft.Extensions.Primitives.StringValues values) =>
        string.Join('\n', values.OfType<string>()).Replace("\r\n", "\n", StringComparison.Ordinal);

    private bool IsRemoved(string field) =>
        Asked.Split(':') is ["remove", var number]
            && TextPartNames.ActionOf(field) is { } action && action.Number.ToString(CultureInfo.InvariantCulture) == number;

    private long Number(string name) =>
        long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
