using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A place where initiatives happen.</summary>
public sealed class Site
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Site>(RecordKind.Site, "site", s => s.Code, s => s.Name)
    {
        Cited = SubjectKind.Site,
        WhyNoForm = "is changed in the administration",
    };

    public const int MaxCode = 40;
    public const int MaxName = 150;
    public const int MaxKind = 100;
    public const int MaxTerritory = 10;
    public const int MaxIcao = 4;

    private string _name = "";
    private string _kind = "";
    private string _territory = "";
    private double? _latitude;
    private double? _longitude;
    private string? _icao;
    private Attribution _attribution = null!;

    public int Id { get; private set; }

    /// <summary>Stands in addresses, so it never changes.</summary>
    public required string Code { get; init => field = Guard.Text(value, MaxCode, "site id"); }

    public required string Name { get => _name; init => _name = Guard.Text(value, MaxName, "site name"); }

    public required string Kind { get => _kind; init => _kind = Guard.Text(value, MaxKind, "site kind"); }

    /// <summary>ISO 3166 code of the territory.</summary>
    public required string Territory { get => _territory; init => _territory = Guard.Text(value, MaxTerritory, "site territory"); }

    /// <summary>Degrees north, WGS 84; null where no public coordinate was found.</summary>
    public double? Latitude { get => _latitude; init => _latitude = value; }

    /// <summary>Degrees east, WGS 84; null where no public coordinate was found.</summary>
    public double? Longitude { get => _longitude; init => _longitude = value; }

    /// <summary>ICAO code of its airfield.</summary>
    public string? Icao { get => _icao; init => _icao = Guard.OptionalText(value, MaxIcao, "site icao"); }

    /// <summary>Speaks of the coordinate; a site without one is still a place that its sources name.</summary>
    public required Attribution Attribution { get => _attribution; init => _attribution = value; }

    /// <summary>Grows with every change, so that nobody overwrites what they have not seen.</summary>
    public long Version { get; private set; }

    /// <summary>A site that somebody adds.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Site Create(
        string? code, string? name, string? kind, string? territory, double? latitude, double? longitude, string? icao, Attribution attribution) =>
        Make(Guard.Address(code, MaxCode, nameof(Code)), name, kind, territory, latitude, longitude, icao, attribution);

    /// <exception cref="InvalidInputException">Names the field and the remedy; nothing was changed.</exception>
    public void Change(string? name, string? kind, string? territory, double? latitude, double? longitude, string? icao, Attribution attribution)
    {
        var changed = Make(Code, name, kind, territory, latitude, longitude, icao, attribution);
        _name = changed.Name;
        _kind = changed.Kind;
        _territory = changed.Territory;
        _latitude = changed.Latitude;
        _longitude = changed.Longitude;
        _icao = changed.Icao;
        _attribution = attribution;
        Version++;
    }

    /// <summary>The values checked; the short name of a record that exists is as it is.</summary>
    private static Site Make(
        string code, string? name, string? kind, string? territory, double? latitude, double? longitude, string? icao, Attribution attribution) => new()
    {
        Code = code,
        Name = Guard.Line(name, MaxName, nameof(Name)),
        Kind = Guard.Line(kind, MaxKind, nameof(Kind)),
        Territory = Place(territory),
        Latitude = Degrees(latitude, longitude, 90, nameof(Latitude)),
        Longitude = Degrees(longitude, latitude, 180, nameof(Longitude)),
        Icao = IsIcao(icao) ? icao : throw new InvalidInputException(nameof(Icao), "This is no ICAO code: write its four capital letters, such as EKKA, or nothing."),
        Attribution = attribution,
    };

    private static string Place(string? territory)
    {
        var text = Guard.Line(territory, MaxTerritory, nameof(Territory));
        return CountryCodes.IsCountry(text)
            ? text
            : throw new InvalidInputException(nameof(Territory), "This is no territory: write its ISO 3166 code, such as GL.");
    }

    private static double? Degrees(double? value, double? other, double limit, string field)
    {
        if (value is null && other is not null) throw new InvalidInputException(field, "Half of the coordinate is missing: write both latitude and longitude, or neither.");
        return value is null || Math.Abs(value.Value) <= limit
            ? value
            : throw new InvalidInputException(field, $"{field} goes from −{limit} to {limit} degrees: write a number within that.");
    }

    private static bool IsIcao(string? text) =>
        string.IsNullOrWhiteSpace(text) || (text.Trim() is { Length: MaxIcao } code && code.All(char.IsAsciiLetterUpper));
}
