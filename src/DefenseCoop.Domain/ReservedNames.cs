using DefenseCoop.Domain.Text;

namespace DefenseCoop.Domain;

/// <summary>
/// The names that the program itself uses in addresses and for places on pages. Codes and short names that people choose
/// stand there, too, so that none of them may be one of these. A test looks for names that are not in the list.
/// </summary>
public static class ReservedNames
{
    private static readonly HashSet<string> All = new(FoldedText.Comparer)
    {
        "about", "access-head", "add", "area", "assessments", "attention", "backups", "blazor-error-ui", "change", "chores", "chores-head",
        "citations",
        "clock-meaning", "components-reconnect-modal", "database", "day", "delete", "demonstration", "due", "effect", "go-to-page",
        "history", "indicator", "initiative", "invite", "license", "link-made", "main", "menu", "merge", "milestone", "new",
        "one-time-link", "one-time-text", "origin", "owners", "period", "program", "review", "roles", "roles-head", "roll-up",
        "settings", "sources", "stored-now", "theme", "track-record", "why", "words",
    };

    private static readonly string[] Beginnings =
    [
        "also-", "top-", "page-", "cite-", "keep-", "source-", "change-", "record-", "returned-",
    ];

    /// <summary>Of headings and fields, behind which always stands a word: F-35 and H-145 are nobody's but the writer's.</summary>
    private static readonly string[] BeginningsOfWords = ["h-", "f-"];

    private static readonly string[] Ends = ["-h", "-filter"];

    /// <summary>What stands at a field has the name of the field before it.</summary>
    private static readonly string[] EndsOfFields = ["-hint", "-error", "-find", "-list", "-beside", "-echo"];

    /// <summary>Whether a code or short name is one of the program's, whatever its case.</summary>
    public static bool Has(string name) => HasFolded(FoldedText.Of(name));

    private static bool HasFolded(string name) => All.Contains(name)
        || Beginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal))
        || BeginningsOfWords.Any(b => name.StartsWith(b, StringComparison.Ordinal) && !char.IsAsciiDigit(name.ElementAtOrDefault(b.Length)))
        || Ends.Any(e => name.EndsWith(e, StringComparison.Ordinal))
        || EndsOfFields.Any(e => name.EndsWith(e, StringComparison.Ordinal) && HasFolded(name[..^e.Length]));

    /// <summary>What to say of one.</summary>
    public static string Refusal(string name) => $"“{name}” is a name that the program itself uses: write another one.";
}
