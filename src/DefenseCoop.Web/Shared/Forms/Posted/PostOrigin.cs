namespace DefenseCoop.Web.Shared.Forms.Posted;

/// <summary>From which page a post came, as the browser says.</summary>
internal enum PostOrigin
{
    /// <summary>From a page of this program, or from a program that carries nobody's cookies by accident.</summary>
    Own,

    /// <summary>The browser does not tell.</summary>
    Unknown,

    Foreign,
}

internal static class PostOrigins
{
    public static PostOrigin Of(HttpRequest request)
    {
        switch (request.Headers["Sec-Fetch-Site"].ToString())
        {
            case "same-origin":
                return PostOrigin.Own;
            case { Length: > 0 }:
                return PostOrigin.Foreign;
        }

        if (request.Headers.Origin is not { Count: > 0 } origins) return PostOrigin.Own;
        if (origins.Count > 1) return PostOrigin.Foreign;

        // Pages that send no referrer post without an origin, too.
        return origins[0] == "null" ? PostOrigin.Unknown
            : string.Equals(origins[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase) ? PostOrigin.Own
            : PostOrigin.Foreign;
    }

    /// <summary>Whether the browser itself says that it came from a page of this program.</summary>
    public static bool IsProven(HttpRequest request) =>
        Of(request) == PostOrigin.Own && (request.Headers.Origin.Count > 0 || request.Headers["Sec-Fetch-Site"].Count > 0);
}
