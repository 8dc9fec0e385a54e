using System.Globalization;

namespace DefenseCoop.Web.Urls;

/// <summary>Where assessments stand in the program: paths.</summary>
public static class AssessmentUrls
{
    public const string Board = "/assessments";
    public const string Actions = "/assessments/actions";

    /// <summary>Where a page that is only read asks whether it is still as it was.</summary>
    public const string NewsPath = "/assessments/news";

    /// <summary>Where the browser sends what is typed, and hears what others typed.</summary>
    public const string SyncPath = "/assessments/sync";

    public const string ResolvePath = "/assessments/resolve";
    public const string PreviewPath = "/assessments/preview";

    private const string BelowArea = "/assessments/";

    public static string Of(string slug, string period, int? revision = null) =>
        $"{AppUrls.FocusAreasPath}/{Uri.EscapeDataString(slug)}{BelowArea}{Uri.EscapeDataString(period)}"
        + (revision is { } number ? string.Create(CultureInfo.InvariantCulture, $"?revision={number}") : "");

    /// <summary>Whether a path is that of an assessment, which stands below its focus area.</summary>
    public static bool Is(string path) =>
        path.StartsWith($"{AppUrls.FocusAreasPath}/", StringComparison.Ordinal) && path.Contains(BelowArea, StringComparison.Ordinal);

    /// <summary>Among all: whatever becomes of it, it stands there.</summary>
    public static string Action(string code) => $"{Actions}?show=all#{Uri.EscapeDataString(code)}";

    /// <summary>Of a code, such as <c>cybersecurity-2026-Q4-r2</c>; the board where it is none.</summary>
    /// <param name="code">Of the assessment.</param>
    /// <param name="slug">Of its focus area.</param>
    public static string OfCode(string code, string? slug)
    {
        if (slug is null || !code.StartsWith($"{slug}-", StringComparison.Ordinal)) return Board;
        var rest = code[(slug.Length + 1)..];
        var cut = rest.IndexOf("-r", StringComparison.Ordinal);
        return cut < 0 ? Of(slug, rest)
            : int.TryParse(rest.AsSpan(cut + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? Of(slug, rest[..cut], revision) : Board;
    }
}
