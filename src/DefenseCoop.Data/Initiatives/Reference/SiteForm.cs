using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>A place where initiatives happen.</summary>
internal sealed class SiteForm() : ReferenceForm<Site>(Site.Descriptor, Right.EditSites)
{
    protected override (int Max, string Example) Names => (Site.MaxCode, "karup");

    public override string Lede(bool isNew) => isNew ? "The register can be filtered by it at once." : base.Lede(isNew);

    protected override FieldList<Site> List() => new FieldList<Site>()
        .Group(FirstGroup)
        .Shown(ShortName, "Short name", s => s.Code)
        .Line("Name", "Name", Site.MaxName, s => s.Name, (s, v) => s.Rename(v))
        .Line("Kind", "Kind", Site.MaxKind, s => s.Kind, (s, v) => s.Classify(v), "Such as air base, port or radar site.")
        .Group("Where it is")
        .Line(
            "Territory", "Territory", Site.MaxTerritory, s => s.Territory, (s, v) => s.LieIn(v), "ISO 3166 code such as DK, GL or FO.")
        .Part(new CoordinatePart("Where it is"))
        .OptionalLine(
            "Icao", "Airfield", Site.MaxIcao, s => s.Icao, (s, v) => s.NameAirfield(v),
            "ICAO code such as EKKA; nothing where it has none.")
        .Group("Where the coordinate comes from")
        .From(From(s => s.Attribution, (s, v) => s.Attribute(v), CoordinatePart.Latitude, CoordinatePart.Longitude) with
        {
            HasValue = s => s.Latitude is not null, IsOursUnsourced = true,
        });

    protected override Task<Site?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Sites.SingleOrDefaultAsync(s => s.Code == code, ct);

    public override Task<ReferenceUses> UsesAsync(FormScope scope, string code) =>
        ReferenceUses.ReadAsync(scope.Db, i => i.Sites.Any(s => s.Code == code), scope.Ct);

    protected override Task<Site?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var site = Site.Create(code, "?", "?", "?", KindWords.Unknown);
        scope.Db.Add(site);
        return Task.FromResult<Site?>(site);
    }
}

/// <summary>Degrees north and east, which are known together or not at all.</summary>
internal sealed class CoordinatePart : FormPart<Site>
{
    public const string Latitude = "Latitude";
    public const string Longitude = "Longitude";

    private const string Degrees = "°";

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public CoordinatePart(string group)
    {
        FieldSpec[] specs =
        [
            new(Latitude, "Latitude", FieldKind.Number)
            {
                Help = "Degrees north, such as 56.2975; with a minus in the south. Nothing where no public coordinate is known.",
            },
            new(Longitude, "Longitude", FieldKind.Number) { Help = "Degrees east, such as 9.1246; with a minus in the west." },
        ];
        Fields = [.. specs.Select(s => new FormField(s with { Unit = Degrees, Group = group }))];
    }

    public override void Read(Site record, FormScope scope, IDictionary<string, string> values)
    {
        values[Latitude] = FieldText.Of((decimal?)record.Latitude);
        values[Longitude] = FieldText.Of((decimal?)record.Longitude);
    }

    public override async Task WriteAsync(Site record, FormInput input, FormScope scope)
    {
        var north = await ReadAsync(Latitude, input);
        var east = await ReadAsync(Longitude, input);
        if (Fields.Any(f => input.HasProblem(f.Name))) return;
        try
        {
            record.Locate(north, east);
        }
        catch (InvalidInputException e)
        {
            input.Refuse(e.Field, e.Message);
        }
    }

    private static async Task<double?> ReadAsync(string field, FormInput input)
    {
        double? degrees = null;
        await input.TryAsync(field, () =>
        {
            degrees = (double?)FieldText.Number(input.Text(field), Degrees);
            return Task.CompletedTask;
        });
        return degrees;
    }
}
