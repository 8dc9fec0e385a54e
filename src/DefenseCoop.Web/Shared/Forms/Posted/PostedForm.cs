using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Shared.Forms.Posted;

/// <summary>One value of a form.</summary>
public sealed record PostedField(string Name, string Value);

/// <summary>
/// A form as a browser sent it, kept until it is answered: whatever refuses it, what was typed can be given back.
/// Passwords and codes are not.
/// </summary>
public sealed partial class PostedForm(string address, ReadOnlyMemory<byte> body)
{
    public const string TokenField = "__RequestVerificationToken";
    public const string HandlerField = "_handler";

    /// <summary>The token of the form as it was first loaded, where it was given back or renewed since.</summary>
    public const string OnceField = "_once";

    /// <summary>Before the names of what a script notes of drafts.</summary>
    public const string DraftPrefix = "Draft";

    private static readonly string[] Noted = ["_", "b.", "t.", "v.", "theirs.", "keep.", "find.", DraftPrefix];

    private static readonly string[] NotedWhole =
        [
            "conflict", "Base", "SeenBase", "Form", "Of", "seen", "at", "do",
            "code", "returnUrl", "again", "Input.Version", "Deletion.Version",
        ];

    private IReadOnlyList<PostedField>? _fields;

    /// <summary>Path and query to which it was sent.</summary>
    public string Address => address;

    /// <summary>Whether it is one of those by which people sign in: a code is a secret there, and the name of a record elsewhere.</summary>
    public bool IsOfAccount { get; init; }

    /// <summary>All values in their order.</summary>
    public IReadOnlyList<PostedField> Fields => _fields ??= [.. Parse()];

    /// <summary>Whether something was sent that is not given back.</summary>
    public bool HasSecrets => Fields.Any(f => IsSecret(f.Name));

    /// <summary>What a person entered, and how it may be shown.</summary>
    public IReadOnlyList<PostedField> Typed => [.. Fields.Where(f => IsTyped(f.Name) && f.Value.Trim().Length > 0)];

    /// <summary>What else has to be sent so that the form is the same.</summary>
    public IReadOnlyList<PostedField> Beside => [.. Fields.Where(
        f => f.Name != TokenField && f.Name != OnceField && !IsSecret(f.Name) && !(IsTyped(f.Name) && f.Value.Trim().Length > 0))];

    /// <summary>Names the form as it was first loaded: its token is another with every load.</summary>
    public string? Load => One(OnceField) ?? One(TokenField);

    public static PostedForm? Of(HttpContext? http) => http?.Features.Get<PostedForm>();

    public string? One(string name) => Fields.FirstOrDefault(f => f.Name == name && f.Value.Length > 0)?.Value;

    /// <summary>What people call a field, as far as its name tells.</summary>
    public static string Label(string name)
    {
        var parts = name.Split('.', 2);
        var rest = parts is ["f" or "c" or "Input", var inner] ? inner : name;
        if (TextPartNames.IsKnown(rest)) return parts[0] == "c" ? $"Comment on {TextPartNames.Words(rest)}" : TextPartNames.Words(rest);
        var words = Hump().Replace(rest.Replace('.', ' ').Replace('-', ' '), " ").Trim().ToLower(CultureInfo.InvariantCulture);
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private bool IsTyped(string name) =>
        !IsSecret(name)
            && !Noted.Any(p => name.StartsWith(p, StringComparison.Ordinal)) && !NotedWhole.Contains(name, StringComparer.Ordinal)
        && !(name == "Code" && Fields.Any(f => f.Name == "Form"));

    private bool IsSecret(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last.Contains("password", StringComparison.OrdinalIgnoreCase)
            || (IsOfAccount && last is "Code" or "credential");
    }

    private IEnumerable<PostedField> Parse()
    {
        foreach (var part in Encoding.UTF8.GetString(body.Span).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            yield return new PostedField(
                WebUtility.UrlDecode(pair[0]), pair.Length > 1 ? WebUtility.UrlDecode(pair[1]).ReplaceLineEndings("\n") : "");
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Hump();
}
