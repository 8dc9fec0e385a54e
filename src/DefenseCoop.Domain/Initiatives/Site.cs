using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A place where initiatives happen.</summary>
public sealed class Site
{
    public const int MaxCode = 40;
    public const int MaxName = 150;
    public const int MaxKind = 100;
    public const int MaxTerritory = 10;
    public const int MaxIcao = 4;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "site id"); }

    public required string Name { get; init => field = Guard.Text(value, MaxName, "site name"); }

    public required string Kind { get; init => field = Guard.Text(value, MaxKind, "site kind"); }

    /// <summary>ISO 3166 code of the territory.</summary>
    public required string Territory { get; init => field = Guard.Text(value, MaxTerritory, "site territory"); }

    /// <summary>Degrees north, WGS 84; null where no public coordinate was found.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84; null where no public coordinate was found.</summary>
    public double? Longitude { get; init; }

    /// <summary>ICAO code of its airfield.</summary>
    public string? Icao { get; init => field = Guard.OptionalText(value, MaxIcao, "site icao"); }

    /// <summary>Speaks of the coordinate; a site without one is still a place that its sources name.</summary>
    public required Attribution Attribution { get; init; }
}
