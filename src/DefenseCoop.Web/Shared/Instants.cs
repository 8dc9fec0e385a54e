using System.Globalization;

namespace DefenseCoop.Web.Shared;

/// <summary>Instants as people read them. All are UTC, and say so.</summary>
public static class Instants
{
    public static string Text(DateTime instant) => instant.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Text(DateTime? instant, string otherwise) => instant is { } known ? Text(known) : otherwise;
}
