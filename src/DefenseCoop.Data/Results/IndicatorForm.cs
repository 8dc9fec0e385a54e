using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>An indicator with its baseline, the target that status is measured against, and further ones.</summary>
internal sealed class IndicatorForm : RecordType<Indicator>
{
    private const int MostMonths = 240;

    private static readonly (Direction, string)[] Directions =
        [(Direction.Up, "Upward is better"), (Direction.Down, "Downward is better"), (Direction.None, "Neither")];

    internal static IReadOnlyList<(TargetKind, string)> TargetKinds { get; } =
        [(TargetKind.Reach, "To get there"), (TargetKind.Hold, "To hold it: stay on the right side")];

    public override RecordKind Kind => RecordKind.Indicator;

    protected override int? MaxCode => Indicator.MaxCode;

    protected override string CodeHelp => "Such as IN-BE1-SITES. Left empty, one is made.";

    protected override IEnumerable<Inconsistency> Inconsistencies(Indicator indicator, DateOnly today) =>
        IndicatorConsistency.Of(indicator);

    protected override FieldList<Indicator> List() => FurtherTargets.List(new FieldList<Indicator>()
        .Group("What is measured")
        .Shown("Code", "Code", i => i.Code)
        .Shown("Initiative", "Initiative", i => i.Initiative.Code)
        .Line("Name", "Name", Indicator.MaxName, i => i.Name, (i, v) => i.Rename(v))
        .Line("Unit", "Unit", Indicator.MaxUnit, i => i.Unit, (i, v) => i.MeasureIn(v), "Such as aircraft, DKK bn or % of GDP.")
        .Choice("Direction", "Direction", Directions, i => i.Direction, (i, v) => i.Aim(v))
        .WholeNumber(
            "ReportingMonths", "Months between readings", required: false, (1, MostMonths),
            i => i.ReportingMonths, (i, v) => i.ReportEvery(v), "Empty for 12.")
        .OptionalParagraph("Note", "Note", Indicator.MaxNote, i => i.Note, (i, v) => i.Annotate(v))
        .Group("Baseline")
        .Number(
            "BaselineValue", "Value before the initiative", required: false, i => i.Baseline?.Value,
            SetBaseline, "Empty where none is public.", i => i.Unit, "Unit")
        .Period(
            "BaselinePeriod", "Measured in", required: false, i => i.Baseline?.Period, SetPeriod,
            "The baseline has no date, so the way to the target counts from the start of the initiative, or from the first reading.")
        .From(new("Baseline", SubjectKind.Baseline, BaselineCode, i => i.Baseline?.Attribution, (i, v) => i.Baseline!.Attribute(v))
        {
            Of = "the baseline", HasValue = i => i.Baseline is not null,
            ValueFields = ["BaselineValue", "BaselinePeriod"], GoesWithValue = true,
            HasDerivation = true, IsMain = i => i.Baseline is not null && TargetOf(i) is null,
        })
        .Group("Target")
        .Number(
            "TargetValue", "Value to be reached or held", required: false,
            i => TargetOf(i)?.Value, SetTarget, "Empty where none is public.", i => i.Unit, "Unit")
        .Choice(
            "TargetKind", "What is asked", TargetKinds, i => TargetOf(i)?.Kind ?? TargetKind.Reach,
            SetKind, "One that equals the baseline is always to be held.", TargetKind.Reach)
        .Date("TargetBy", "By when, or until when", i => TargetOf(i)?.By, SetBy)
        .From(new("Target", SubjectKind.Target, TargetCode, i => TargetOf(i)?.Attribution, (i, v) => TargetOf(i)!.Attribute(v))
        {
            Of = "the target", HasValue = i => TargetOf(i) is not null, ValueFields = ["TargetValue", "TargetBy"], GoesWithValue = true,
            HasDerivation = true, IsMain = i => TargetOf(i) is not null, SameAs = ("Baseline", "the baseline"),
        }));

    protected override Task<Indicator?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) => db.Set<Indicator>()
        .Include(i => i.Initiative)
        .Include(i => i.Baseline)
        .Include(i => i.Targets)
        .SingleOrDefaultAsync(i => i.Code == code, ct);

    protected override string Code(Indicator record) => record.Code;

    protected override string Heading(Indicator record) => record.Name;

    protected override RecordReference Reference(Indicator record) => new(Kind, record.Code, record.Initiative.Code);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(Indicator record) =>
        [(SubjectKind.Baseline, BaselineCode(record)), (SubjectKind.Target, TargetCode(record)), .. FurtherTargets.Subjects(record)];

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of)
    {
        if (await scope.Db.Initiatives.Where(i => i.Code == of).Select(i => i.Title).SingleOrDefaultAsync(scope.Ct) is not { } title)
        {
            return null;
        }
        return new($"New indicator of {of} {title}", new(RecordKind.Initiative, of), new Dictionary<string, string>
        {
            ["Direction"] = nameof(Direction.Up),
            ["BaselineProvenance"] = "confirmed",
            ["TargetProvenance"] = "confirmed",
            ["TargetKind"] = nameof(TargetKind.Reach),
        });
    }

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        of is null
            ? null
            : await Codes.NumberedAsync(scope.Db, $"IN-{of.Replace("-", "", StringComparison.Ordinal)}-", Indicator.MaxCode, scope.Ct);

    protected override async Task<Indicator?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        if (await scope.Db.Initiatives.SingleOrDefaultAsync(i => i.Code == of, scope.Ct) is not { } initiative) return null;
        var last = await scope.Db.Indicators.Where(i => i.InitiativeId == initiative.Id).MaxAsync(i => (int?)i.Position, scope.Ct);
        var indicator = Indicator.Create(code, "?", "?", Direction.None, last + 1 ?? 0);
        initiative.Indicators.Add(indicator);
        scope.Db.Add(indicator);
        return indicator;
    }

    private static Target? TargetOf(Indicator indicator) => indicator.Targets.SingleOrDefault(t => t.Position == 0);

    private static string BaselineCode(Indicator indicator) => indicator.Baseline?.Code ?? $"{indicator.Code}-B";

    private static string TargetCode(Indicator indicator) => TargetOf(indicator)?.Code ?? $"{indicator.Code}-T0";

    private static void SetBaseline(Indicator indicator, decimal? value)
    {
        if (value is not { } known) indicator.CountFrom(null);
        else if (indicator.Baseline is { } baseline) baseline.Revise(known);
        else indicator.CountFrom(Baseline.Create(BaselineCode(indicator), known, KindWords.Unknown));
    }

    private static void SetPeriod(Indicator indicator, Period? period)
    {
        if (indicator.Baseline is { } baseline) baseline.Date(period);
        else if (period is not null)
        {
            throw new InvalidInputException("There is no baseline to have been measured then: write its value, or leave this empty.");
        }
    }

    private static void SetTarget(Indicator indicator, decimal? value)
    {
        var target = TargetOf(indicator);
        if (value is not { } known)
        {
            if (target is not null) indicator.Targets.Remove(target);
            return;
        }

        if (target is null)
        {
            target = Target.Create($"{indicator.Code}-T0", known, KindWords.Unknown);
            indicator.Targets.Add(target);
        }

        target.Revise(known);
    }

    private static void SetKind(Indicator indicator, TargetKind kind)
    {
        if (TargetOf(indicator) is { } target) target.Ask(kind);
        else if (kind != TargetKind.Reach)
        {
            throw new InvalidInputException("There is no target to hold: write its value, or choose “To get there”.");
        }
    }

    private static void SetBy(Indicator indicator, PartialDate? by)
    {
        if (TargetOf(indicator) is { } target) target.FallDue(by);
        else if (by is not null)
        {
            throw new InvalidInputException("There is no target to be reached by then: write its value, or leave this empty.");
        }
    }
}
