using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A place where initiatives happen.</summary>
public sealed class Site
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Site>(RecordKind.Site, "site", s => s.Code, s => s.Name)
    {
        Cited = SubjectKind.Site,
        Pages = RecordPages.Register | RecordPages.Initiative,
        Places = rows => rows.Rows<Initiative>().OrderBy(i => i.Id)
            .SelectMany(i => i.Sites, (i, s) => new RecordPlace { Code = s.Code, Initiative = i.Code }),
        NamedIn = (rows, code) => rows.Rows<Initiative>().Where(i => i.Sites.Any(s => s.Code == code)).Select(i => i.Code),
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
    public string Code { get; private init => field = Guard.Text(value, MaxCode, "site id"); } = "";

    public string Name { get => _name; private init => _name = Guard.Text(value, MaxName, "site name"); }

    public string Kind { get => _kind; private init => _kind = Guard.Text(value, MaxKind, "site kind"); }

    /// <summary>ISO 3166 code of the territory.</summary>
    public string Territory { get => _territory; private init => _territory = Guard.Text(value, MaxTerritory, "site territory"); }

    /// <summary>Degrees north, WGS 84; null where no public coordinate was found.</summary>
    public double? Latitude { get => _latitude; private init => _latitude = value; }

    /// <summary>Degrees east, WGS 84; null where no public coordinate was found.</summary>
    public double? Longitude { get => _longitude; private init => _longitude = value; }

    /// <summary>ICAO code of its airfield.</summary>
    public string? Icao { get => _icao; private init => _icao = Guard.OptionalText(value, MaxIcao, "site icao"); }

    /// <summary>Speaks of the coordinate; a site without one is still a place that its sources name.</summary>
    public Attribution Attribution { get => _attribution; private init => _attribution = value; }

    /// <summary>Grows with every change, so that nobody overwrites what they have not seen.</summary>
    public long Version { get; private set; }

    private Site()
    {
    }

    /// <summary>A site, of which a coordinate may not be known yet.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Site Create(
        string code, string name, string kind, string territory, Attribution attribution,
        double? latitude = null, double? longitude = null, string? icao = null) => new()
    {
        Code = code,
        Name = name,
        Kind = kind,
        Territory = territory,
        Latitude = latitude,
        Longitude = longitude,
        Icao = icao,
        Attribution = attribution,
    };

    /// <exception cref="InvalidInputException">It is no name; nothing was changed.</exception>
    public void Rename(string? name) => Change(ref _name, Guard.Line(name, MaxName, nameof(Name)));

    /// <summary>Says what kind of place it is.</summary>
    /// <exception cref="InvalidInputException">It is no kind; nothing was changed.</exception>
    public void Classify(string? kind) => Change(ref _kind, Guard.Line(kind, MaxKind, nameof(Kind)));

    /// <summary>Says in which territory it lies.</summary>
    /// <exception cref="InvalidInputException">It is no territory; nothing was changed.</exception>
    public void LieIn(string? territory)
    {
        var text = Guard.Line(territory, MaxTerritory, nameof(Territory));
        Change(ref _territory, CountryCodes.IsCountry(text)
            ? text
            : throw new InvalidInputException(nameof(Territory), "This is no territory: write its ISO 3166 code, such as GL."));
    }

    /// <summary>Says where it is: degrees north and east, or null for both where no public coordinate is known.</summary>
    /// <exception cref="InvalidInputException">Names the half that is wrong, and the remedy; nothing was changed.</exception>
    public void Locate(double? latitude, double? longitude)
    {
        var north = Degrees(latitude, longitude, 90, nameof(Latitude));
        Change(ref _longitude, Degrees(longitude, latitude, 180, nameof(Longitude)));
        Change(ref _latitude, north);
    }

    /// <summary>Names its airfield by its ICAO code; null where it has none.</summary>
    /// <exception cref="InvalidInputException">It is no such code; nothing was changed.</exception>
    public void NameAirfield(string? icao)
    {
        if (!IsIcao(icao))
        {
            throw new InvalidInputException(
                nameof(Icao), "This is no ICAO code: write its four capital letters, such as EKKA, or nothing.");
        }
        Change(ref _icao, Guard.OptionalText(icao, MaxIcao, nameof(Icao)));
    }

    /// <summary>Says where its coordinate comes from.</summary>
    public void Attribute(Attribution attribution) => Change(ref _attribution, attribution);

    private static double? Degrees(double? value, double? other, double limit, string field)
    {
        if (value is null && other is not null)
        {
            throw new InvalidInputException(field, "Half of the coordinate is missing: write both latitude and longitude, or neither.");
        }
        return value is null || Math.Abs(value.Value) <= limit
            ? value
            : throw new InvalidInputException(field, $"{field} goes from −{limit} to {limit} degrees: write a number within that.");
    }

    private static bool IsIcao(string? text) =>
        string.IsNullOrWhiteSpace(text) || (text.Trim() is { Length: MaxIcao } code && code.All(char.IsAsciiLetterUpper));

    private void Change<T>(ref T stored, T value)
    {
        if (EqualityComparer<T>.Default.Equals(stored, value)) return;
        stored = value;
        Version++;
    }
}
