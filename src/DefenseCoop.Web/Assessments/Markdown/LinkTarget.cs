namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>Where links of a narrative may lead: to other sites by http, to a page of this one, to a place on the same page.</summary>
internal static class LinkTarget
{
    private static readonly string[] Beginnings = ["http://", "https://", "www.", "/", "#", "<"];

    /// <summary>The address as a browser takes it; null where it leads nowhere.</summary>
    public static string? Of(string? typed) => typed switch
    {
        null or "" or "/" or "#" => typed is "/" ? typed : null,
        ['/', '/' or '\\', ..] => null,
        ['/' or '#', ..] => typed,
        _ when typed.StartsWith("www.", StringComparison.OrdinalIgnoreCase) => Of($"https://{typed}"),
        _ => Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? typed : null,
    };

    /// <summary>Whether what stands there in a text may be such an address.</summary>
    public static bool BeginsAt(string text, int start) =>
        Beginnings.Any(b => string.Compare(text, start, b, 0, b.Length, StringComparison.OrdinalIgnoreCase) == 0);
}
