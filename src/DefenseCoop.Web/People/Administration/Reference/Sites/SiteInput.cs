using DefenseCoop.Data.Initiatives.Reference;

namespace DefenseCoop.Web.People.Administration.Reference.Sites;

/// <summary>The fields of a site, as a form sends them.</summary>
public sealed class SiteInput : VersionInput
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Territory { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public string? Icao { get; set; }

    public string? Note { get; set; }

    public static SiteInput Of(ReferenceDetails<SiteValues> record) => new()
    {
        Name = record.Values.Name,
        Kind = record.Values.Kind,
        Territory = record.Values.Territory,
        Latitude = FormNumbers.Text(record.Values.Latitude),
        Longitude = FormNumbers.Text(record.Values.Longitude),
        Icao = record.Values.Icao,
        Note = record.Values.Note,
        Version = FormNumbers.Text(record.Version),
    };

    /// <exception cref="Domain.InvalidInputException">A degree is no number.</exception>
    public SiteValues Values(IReadOnlyList<string> sources) => new(
        Name,
        Kind,
        Territory,
        FormNumbers.Degrees(nameof(Latitude), Latitude),
        FormNumbers.Degrees(nameof(Longitude), Longitude),
        Icao,
        sources,
        Note);
}
