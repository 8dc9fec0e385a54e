using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>A body that leads or takes part in initiatives.</summary>
internal sealed class OrganizationForm() : ReferenceForm<Organization>(Organization.Descriptor, Right.EditOrganizations)
{
    protected override (int Max, string Example) Names => (Organization.MaxCode, "dk-fmn");

    public override string Lede(bool isNew) => isNew ? "The register offers it as a lead once an initiative names it." : base.Lede(isNew);

    protected override FieldList<Organization> List() => new FieldList<Organization>()
        .Group(FirstGroup)
        .Shown(ShortName, "Short name", o => o.Code)
        .Line("Name", "Name", Organization.MaxName, o => o.Name, (o, v) => o.Rename(v), "In English.")
        .OptionalLine(
            "LocalName", "Name in its own language", Organization.MaxName, o => o.LocalName, (o, v) => o.NameAtHome(v),
            "Nothing where it has none.")
        .OptionalLine(
            "Abbreviation", "Abbreviation", Organization.MaxAbbreviation, o => o.Abbreviation, (o, v) => o.Abbreviate(v),
            "The register shows it in place of the name; nothing where it has none.")
        .Line(
            "Country", "Country", Organization.MaxCountry, o => o.Country, (o, v) => o.BelongTo(v),
            "ISO 3166 code such as DK, two such as US/CA, or INT for an international body.")
        .Line("Kind", "Kind", Organization.MaxKind, o => o.Kind, (o, v) => o.Classify(v), "Such as ministry, agency or company.")
        .Group("Where it comes from")
        .From(From(o => o.Attribution, (o, v) => o.Attribute(v)));

    protected override Task<Organization?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Organizations.SingleOrDefaultAsync(o => o.Code == code, ct);

    public override Task<ReferenceUses> UsesAsync(FormScope scope, string code) =>
        ReferenceUses.ReadAsync(scope.Db, i => i.Participations.Any(p => p.Organization.Code == code), scope.Ct);

    protected override Task<Organization?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var organization = Organization.Create(code, "?", "?", "?", KindWords.Unknown);
        scope.Db.Add(organization);
        return Task.FromResult<Organization?>(organization);
    }
}
