using System.Globalization;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>Instants as people read them. All are UTC, and say so.</summary>
public static class Instants
{
    public static string Text(DateTime instant) => instant.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string ToSeconds(DateTime instant) => instant.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>To the microsecond, as addresses and markup have it: <c>2026-11-23T12:00:00.123456Z</c>.</summary>
    public static string Exact(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateTime? instant, string otherwise) => instant is { } known ? Text(known) : otherwise;
}
