using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Spending;

/// <summary>Defense expenditure of one country in one year.</summary>
internal sealed class SpendingFigureForm : RecordType<SpendingFigure>
{
    public override RecordKind Kind => RecordKind.SpendingFigure;

    protected override int? MaxCode => SpendingFigure.MaxCode;

    protected override IEnumerable<Inconsistency> Inconsistencies(SpendingFigure figure, DateOnly today) =>
        SpendingConsistency.Of(figure, today);

    protected override FieldList<SpendingFigure> List() => new FieldList<SpendingFigure>()
        .Group("Figure")
        .Shown("Code", "Code", f => f.Code)
        .Line(
            "Country", "Country", SpendingFigure.MaxCountry, f => f.Country,
            (f, v) => f.BelongTo(CountryOf(v)), "Its two-letter code: DK or US.")
        .Line(
            "Measure", "Measure", SpendingFigure.MaxMeasure, f => f.Measure, (f, v) => f.MeasureBy(v),
            "What is measured, such as pct_gdp. Figures of one measure form one table.")
        .Line("Unit", "Unit", SpendingFigure.MaxUnit, f => f.Unit, (f, v) => f.MeasureIn(v), "Such as % of GDP or DKK bn.")
        .Year("Year", "Year", (1900, 2200), f => f.Year, (f, v) => f.Date(v))
        .Number("Value", "Value", required: true, f => f.Value, (f, v) => f.Revise(v!.Value), unit: f => f.Unit, unitField: "Unit")
        .Choice(
            "Kind", "Kind", KindWords.Kinds, f => f.Kind,
            (f, v) => f.Classify(v, f.KindWording == KindWords.Wording(f.Kind) ? KindWords.Wording(v) : f.KindWording))
        .OptionalLine(
            "KindWording", "The source’s word for the kind", SpendingFigure.MaxKindWording, f => f.KindWording,
            (f, v) => f.Classify(f.Kind, v ?? KindWords.Wording(f.Kind)), KindWords.WordingHelp)
        .OptionalLine(
            "Vintage", "Edition of the table", SpendingFigure.MaxVintage,
            f => f.Vintage, (f, v) => f.DrawFrom(v), "Editions are never joined.")
        .Group("Where it comes from")
        .From(new("", SubjectKind.SpendingFigure, f => f.Code, f => f.Attribution, (f, v) => f.Attribute(v))
        {
            IsMain = _ => true, HasDerivation = true, ValueFields = ["Country", "Measure", "Year", "Value", "Kind"],
        });

    protected override Task<SpendingFigure?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<SpendingFigure>().SingleOrDefaultAsync(f => f.Code == code, ct);

    protected override string Code(SpendingFigure record) => record.Code;

    protected override string Heading(SpendingFigure record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Country} {record.Year}: {Words.Of(record.Value, record.Unit)}");

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(SpendingFigure record) =>
        [(SubjectKind.SpendingFigure, record.Code)];

    protected override RecordReference Reference(SpendingFigure record) => new(Kind, record.Code, Area: record.FocusAreaSlug);

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of) => await AreaAsync(scope, of) is { } area
        ? new("New spending figure", new(RecordKind.SpendingFigure, null, Area: area), new Dictionary<string, string>
        {
            ["Kind"] = nameof(ReadingKind.Actual),
            ["Provenance"] = "confirmed",
        })
        : null;

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) => await Codes.OfWordsAsync(
        scope.Db, $"{input.Text("Country")} {input.Text("Measure")} {input.Text("Year")}", SpendingFigure.MaxCode, scope.Ct);

    protected override async Task<SpendingFigure?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await AreaAsync(scope, of) is not { } area) return null;
        var last = await scope.Db.SpendingFigures.MaxAsync(f => (int?)f.Position, scope.Ct);
        var figure = SpendingFigure.Create(
            code, area, "?", scope.Today.Year, "?", "?", 0,
            ReadingKind.Actual, KindWords.Wording(ReadingKind.Actual), KindWords.Unknown, last + 1 ?? 0);
        scope.Db.Add(figure);
        return figure;
    }

    protected override async Task DoubtAsync(SpendingFigure record, FormInput input, FormScope scope)
    {
        var last = await scope.Db.SpendingFigures.AsNoTracking()
            .Where(f => f.Country == record.Country
                && f.Measure == record.Measure && f.Unit == record.Unit && f.Code != record.Code && f.Value != 0)
            .OrderByDescending(f => f.Year).ThenByDescending(f => f.Position).FirstOrDefaultAsync(scope.Ct);
        FarApart.Check(
            input, record.Value, record.Unit, last?.Value, "the figure", last?.Year.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>The focus area that is asked for, else the one in which figures stand; null where there is no such.</summary>
    private static async Task<string?> AreaAsync(FormScope scope, string? of) => of is null
        ? await scope.Db.SpendingFigures.OrderBy(f => f.Position).Select(f => f.FocusAreaSlug).FirstOrDefaultAsync(scope.Ct)
        : await scope.Db.FocusAreas.Where(a => a.Slug == of).Select(a => a.Slug).SingleOrDefaultAsync(scope.Ct);

    private static string CountryOf(string code) => CountryCodes.IsCountry(code)
        ? code
        : throw new InvalidInputException($"{FieldText.Quote(code)} is no country: write its two-letter code of ISO 3166, such as DK.");
}
