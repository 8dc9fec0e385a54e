using System.Buffers;

namespace DefenseCoop.Web.Hosting.Addresses;

/// <summary>Compares what browsers name as the origin of a page with what the program is asked for. A default port equals none.</summary>
public static class Origins
{
    private static readonly SearchValues<char> NotOfHosts = SearchValues.Create("/?#@\\, ");

    /// <summary>The origin of a request, as far as the program knows it.</summary>
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    public static bool IsOwn(string origin, HttpRequest request) => AreSame(origin, Of(request));

    /// <summary>Whether both are the same scheme, host and port. What is more than that, or less, is no origin.</summary>
    public static bool AreSame(string one, string other) =>
        Plain(one) is { } plain && string.Equals(plain, Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string origin)
    {
        var start = origin.IndexOf("://", StringComparison.Ordinal);
        if (start <= 0 || start + 3 == origin.Length) return null;
        var host = origin[(start + 3)..];
        if (host.AsSpan().ContainsAny(NotOfHosts)) return null;
        var port = origin.AsSpan(0, start) switch
        {
            var scheme when scheme.Equals("http", StringComparison.OrdinalIgnoreCase) => ":80",
            var scheme when scheme.Equals("https", StringComparison.OrdinalIgnoreCase) => ":443",
            _ => null,
        };
        return port is not null && host.EndsWith(port, StringComparison.Ordinal) ? origin[..^port.Length] : origin;
    }
}
