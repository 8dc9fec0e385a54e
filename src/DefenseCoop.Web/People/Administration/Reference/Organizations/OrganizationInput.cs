using DefenseCoop.Data.Initiatives.Reference;

namespace DefenseCoop.Web.People.Administration.Reference.Organizations;

/// <summary>The fields of an organization, as a form sends them.</summary>
public sealed class OrganizationInput : VersionInput
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? LocalName { get; set; }

    public string? Abbreviation { get; set; }

    public string? Country { get; set; }

    public string? Kind { get; set; }

    public string? Note { get; set; }

    public static OrganizationInput Of(ReferenceDetails<OrganizationValues> record) => new()
    {
        Name = record.Values.Name,
        LocalName = record.Values.LocalName,
        Abbreviation = record.Values.Abbreviation,
        Country = record.Values.Country,
        Kind = record.Values.Kind,
        Note = record.Values.Note,
        Version = FormNumbers.Text(record.Version),
    };

    public OrganizationValues Values(IReadOnlyList<string> sources) => new(Name, LocalName, Abbreviation, Country, Kind, sources, Note);
}
