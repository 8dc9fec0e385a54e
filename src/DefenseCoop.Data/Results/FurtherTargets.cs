using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Results;

/// <summary>
/// The fields of the public targets that an indicator has beside the one that status is measured against. Each stands at a
/// place of its own, so that taking one away moves no other under its sources.
/// </summary>
internal static class FurtherTargets
{
    /// <summary>Public targets of one indicator that differ are few: an alliance's, a government's, an earlier plan's.</summary>
    public const int Most = 4;

    private static IEnumerable<int> Places => Enumerable.Range(1, Most);

    public static IEnumerable<(SubjectKind Kind, string Code)> Subjects(Indicator indicator) =>
        Places.Select(place => (SubjectKind.Target, CodeOf(indicator, place)));

    public static FieldList<Indicator> List(FieldList<Indicator> fields)
    {
        foreach (var place in Places) Add(fields, place, Prefix(place));
        return fields;
    }

    private static void Add(FieldList<Indicator> fields, int place, string prefix) => fields
        .Folded(string.Create(CultureInfo.InvariantCulture, $"Further target {place}"))
        .Number(
            $"{prefix}Value", "Value to be reached or held", required: false, i => At(i, place)?.Value,
            (i, value) => SetValue(i, place, value), "Empty where there is none.", i => i.Unit, "Unit")
        .Choice(
            $"{prefix}Kind", "What is asked", IndicatorForm.TargetKinds, i => At(i, place)?.Kind ?? TargetKind.Reach,
            (i, kind) => SetKind(i, place, kind), usual: TargetKind.Reach)
        .Date($"{prefix}By", "By when, or until when", i => At(i, place)?.By, (i, by) => SetBy(i, place, by))
        .From(new(
            prefix, SubjectKind.Target, i => CodeOf(i, place), i => At(i, place)?.Attribution, (i, v) => At(i, place)!.Attribute(v))
        {
            Of = "this target",
            HasValue = i => At(i, place) is not null,
            ValueFields = [$"{prefix}Value", $"{prefix}By"],
            GoesWithValue = true,
            HasDerivation = true,
        });

    private static string Prefix(int place) => string.Create(CultureInfo.InvariantCulture, $"Target{place}");

    private static Target? At(Indicator indicator, int place) => indicator.Targets.SingleOrDefault(t => t.Position == place);

    private static string CodeOf(Indicator indicator, int place) =>
        At(indicator, place)?.Code ?? string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}-T{place}");

    private static void SetValue(Indicator indicator, int place, decimal? value)
    {
        var target = At(indicator, place);
        if (value is not { } known)
        {
            if (target is not null) indicator.Targets.Remove(target);
            return;
        }

        if (target is null)
        {
            target = Target.Create(CodeOf(indicator, place), known, KindWords.Unknown, place);
            indicator.Targets.Add(target);
        }

        target.Revise(known);
    }

    private static void SetKind(Indicator indicator, int place, TargetKind kind)
    {
        if (At(indicator, place) is { } target) target.Ask(kind);
        else if (kind != TargetKind.Reach)
        {
            throw new InvalidInputException("There is no target to hold: write its value, or choose “To get there”.");
        }
    }

    private static void SetBy(Indicator indicator, int place, PartialDate? by)
    {
        if (At(indicator, place) is { } target) target.FallDue(by);
        else if (by is not null)
        {
            throw new InvalidInputException("There is no target to be reached by then: write its value, or leave this empty.");
        }
    }
}
