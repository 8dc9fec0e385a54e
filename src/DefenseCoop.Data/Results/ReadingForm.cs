using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>What the forms of a reading have in common.</summary>
internal abstract class AnyReadingForm(string name) : RecordType<Reading>
{
    public override string Name => name;

    public override RecordKind Kind => RecordKind.Reading;

    protected override Task<Reading?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Reading>().Include(r => r.Indicator).ThenInclude(i => i.Initiative).SingleOrDefaultAsync(r => r.Code == code, ct);

    protected override string Code(Reading record) => record.Code;

    protected override string Heading(Reading record) =>
        $"{record.Indicator.Name}: "
            + $"{Domain.Words.Of(record.Qualifier)}{Domain.Words.Of(record.Value, record.Indicator.Unit)} ({record.Period.ToDisplay()})";

    protected override RecordReference Reference(Reading record) => new(Kind, record.Code, record.Indicator.Initiative.Code);

    /// <summary>Of a new reading the indicator is known once it is tracked.</summary>
    protected override string? UnitOf(Reading record) => record.Indicator?.Unit;
}

/// <summary>A reading with what kind of figure it is.</summary>
internal sealed class ReadingForm() : AnyReadingForm(FormNames.Reading)
{
    private static readonly (Qualifier, string)[] Qualifiers =
    [
        (Qualifier.Exact, "As it stands"),
        (Qualifier.About, "About"),
        (Qualifier.MoreThan, "More than"),
        (Qualifier.CloseTo, "Close to"),
        (Qualifier.UpTo, "Up to"),
        (Qualifier.Maximum, "At most"),
    ];

    protected override int? MaxCode => Reading.MaxCode;

    protected override IEnumerable<Inconsistency> Inconsistencies(Reading reading, DateOnly today) => ReadingConsistency.Of(reading, today);

    protected override FieldList<Reading> List() => new FieldList<Reading>()
        .Group("What was measured")
        .Shown("Code", "Code", r => r.Code)
        .Shown("Indicator", "Indicator", r => r.Indicator.Code)
        .Period(
            "Period", "Period", required: true, r => r.Period, (r, v) => r.Date(v!),
            "Its period has no date, so no status can change by it.", "Kind")
        .Number("Value", "Value", required: true, r => r.Value, (r, v) => r.Revise(v!.Value), unit: UnitOf)
        .Choice(
            "Kind", "Kind", KindWords.Kinds, r => r.Kind,
            (r, v) => r.Classify(v, r.KindWording == KindWords.Wording(r.Kind) ? KindWords.Wording(v) : r.KindWording),
            KindWords.KindHelp)
        .From(new("", SubjectKind.Reading, r => r.Code, r => r.Attribution, (r, v) => r.Attribute(v))
        {
            IsMain = _ => true, HasDerivation = true, IsShort = true, ValueFields = ["Period", "Value", "Kind"],
            WithSources = ReadingConsistency.WithSources,
        })
        .More()
        .Choice("Qualifier", "How exact", Qualifiers, r => r.Qualifier, (r, v) => r.Qualify(v), plain: Qualifier.Exact)
        .OptionalLine(
            "KindWording", "The source’s word for the kind", Reading.MaxKindWording, r => r.KindWording,
            (r, v) => r.Classify(r.Kind, v ?? KindWords.Wording(r.Kind)), KindWords.WordingHelp)
        .OptionalLine(
            "Vintage", "Edition of the series", Reading.MaxVintage, r => r.Vintage, (r, v) => r.DrawFrom(v),
            "Where a series is restated from time to time, such as NATO 2014-2024e. Two editions never form one line.")
        .Shown("Withdrawn", "Withdrawn because", r => r.WithdrawnBecause, FieldKind.Paragraph);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Reading record) => [(SubjectKind.Reading, record.Code)];

    protected override string? Blocked(Reading record) => record.IsWithdrawn
        ? "This reading is withdrawn, so it cannot be changed. Reinstate it first, or add another reading."
        : null;

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        var indicator = await scope.Db.Indicators.Where(i => i.Code == of)
            .Select(i => new { i.Name, i.Unit, Initiative = i.Initiative.Code })
            .SingleOrDefaultAsync(scope.Ct);
        if (indicator is null) return null;
        return new(
            $"New reading of {indicator.Name} ({indicator.Unit})",
            new(RecordKind.Indicator, of, indicator.Initiative),
            new Dictionary<string, string>
            {
                ["Code"] = await NextCodeAsync(scope, of!),
                ["Qualifier"] = nameof(Qualifier.Exact),
                ["Kind"] = nameof(ReadingKind.Actual),
                ["Provenance"] = "confirmed",
            }) { Unit = indicator.Unit };
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        of is null ? null : await NextCodeAsync(scope, of);

    protected override async Task<Reading?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var indicator = await scope.Db.Indicators.Include(i => i.Initiative).SingleOrDefaultAsync(i => i.Code == of, scope.Ct);
        if (indicator is null) return null;
        var last = await scope.Db.Readings.Where(r => r.IndicatorId == indicator.Id).MaxAsync(r => (int?)r.Position, scope.Ct);
        var reading = Reading.Create(
            code, Domain.Schedule.Period.Of(scope.Today), 0,
            ReadingKind.Actual, KindWords.Wording(ReadingKind.Actual), KindWords.Unknown, last + 1 ?? 0);
        indicator.Readings.Add(reading);
        scope.Db.Add(reading);
        return reading;
    }

    protected override async Task DoubtAsync(Reading record, FormInput input, FormScope scope)
    {
        var others = await scope.Db.Readings.AsNoTracking()
            .Where(r => r.IndicatorId == record.IndicatorId && r.Code != record.Code && r.WithdrawnBecause == null)
            .ToListAsync(scope.Ct);
        var last = others.Where(r => r.Value != 0)
            .OrderByDescending(r => r.Period.LastDay ?? DateOnly.MinValue).ThenByDescending(r => r.Position).FirstOrDefault();
        FarApart.Check(input, record.Value, record.Indicator.Unit, last?.Value, "the last reading", last?.Period.ToDisplay() ?? "");
    }

    /// <summary>What was measured before, where it began and where it is to lead.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> BesideAsync(FormScope scope, FormKey key)
    {
        var indicator = await scope.Db.Indicators.AsNoTracking().AsSplitQuery().OrderBy(i => i.Id)
            .Include(i => i.Baseline).Include(i => i.Targets).Include(i => i.Readings)
            .FirstOrDefaultAsync(i => key.Code == null ? i.Code == key.Of : i.Readings.Any(r => r.Code == key.Code), scope.Ct);
        return indicator is null
            ? await base.BesideAsync(scope, key)
            : new Dictionary<string, IReadOnlyList<string>> { ["Value"] = [.. LastReading.Beside(indicator, key.Code)] };
    }

    private static Task<string> NextCodeAsync(FormScope scope, string indicator) =>
        Codes.NumberedAsync(scope.Db, $"{indicator}-R", Reading.MaxCode, scope.Ct);
}

/// <summary>Takes a mistaken reading back: it stays on record, struck through, and does not count.</summary>
internal sealed class ReadingWithdrawForm() : AnyReadingForm(FormNames.ReadingWithdraw)
{
    public override bool IsWhole => false;

    public override string Verb(bool isNew) => "Withdraw reading";

    protected override string Heading(Reading record) => $"Withdraw the reading “{base.Heading(record)}”?";

    public override string Lede(bool isNew) =>
        "A withdrawn reading stays on record, struck through and with the reason, and does not count any more.";

    protected override FieldList<Reading> List() => new FieldList<Reading>()
        .Group("Withdraw")
        .Paragraph(
            "Reason", "Reason", Reading.MaxReason, _ => null, (r, v) => r.Withdraw(v),
            "What is wrong with it; everybody can read it beside the reading.")
        .Only(PartUse.Watched)
        .Period("Period", "Period", required: true, r => r.Period, (_, _) => { })
        .Number("Value", "Value", required: true, r => r.Value, (_, _) => { })
        .Choice("Kind", "Kind", KindWords.Kinds, r => r.Kind, (_, _) => { });

    protected override string? Blocked(Reading record) =>
        record.IsWithdrawn ? "This reading is withdrawn already. Nothing was changed." : null;
}

/// <summary>Lets a withdrawn reading stand again.</summary>
internal sealed class ReadingReinstateForm() : AnyReadingForm(FormNames.ReadingReinstate)
{
    public override bool IsWhole => false;

    public override string Verb(bool isNew) => "Reinstate reading";

    protected override string Heading(Reading record) => $"Reinstate the reading “{base.Heading(record)}”?";

    public override string Lede(bool isNew) => "The reading stands and counts again, as it was before it was withdrawn.";

    protected override FieldList<Reading> List() => new FieldList<Reading>()
        .Group("Reinstate")
        .Only(PartUse.Watched)
        .OptionalParagraph("Reason", "Withdrawn because", Reading.MaxReason, r => r.WithdrawnBecause, (_, _) => { });

    protected override string? Blocked(Reading record) => record.IsWithdrawn ? null : "This reading is not withdrawn. Nothing was changed.";

    protected override void Apply(Reading record, FormScope scope) => record.Reinstate();
}
