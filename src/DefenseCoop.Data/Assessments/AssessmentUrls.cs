namespace DefenseCoop.Data.Assessments;

/// <summary>Where assessments stand in the program: paths.</summary>
public static class AssessmentUrls
{
    public const string Board = "/assessments";
    public const string Actions = "/assessments/actions";

    public static string Of(string slug, string period, int? revision = null) =>
        $"/focus-areas/{Uri.EscapeDataString(slug)}/assessments/{Uri.EscapeDataString(period)}" + (revision is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?revision={number}") : "");

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
            : int.TryParse(rest.AsSpan(cut + 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var revision) ? Of(slug, rest[..cut], revision) : Board;
    }
}
