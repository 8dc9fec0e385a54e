using DefenseCoop.Domain.Results;

namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>What would improve the status of an indicator, such as "one reading of at least 24 aircraft dated after 30 Sep 2026".</summary>
internal static class IndicatorRemedies
{
    public static IReadOnlyList<Remedy> For(Measure m, AssessedStatus status, DateOnly day, Thresholds t)
    {
        if (status == AssessedStatus.Achieved) return [];
        var facts = m.Facts;
        // A reading for a period that ends with the one that counts would have to beat its source; a later one need not.
        var on = m.MeasuredOn == day ? day.AddDays(1) : day;
        if (facts.Target is not { } target)
        {
            return [NewTarget("A public target with a date, and a reading to measure against it.", facts.Baseline?.Value ?? 0)];
        }

        var due = target.By?.LastDay;
        if (facts.IsHeld) return [status == AssessedStatus.OnTrack ? Held() : Reading(target.Value, Fresh())];

        if (facts.Baseline is null && (facts.Direction != Direction.Up || target.Value <= 0))
        {
            var from = facts.Direction == Direction.Down ? target.Value + 1 : target.Value - 1;
            return [new Remedy(
                $"A public baseline, and one reading that reaches {m.Amount(target.Value)}{After(m.MeasuredOn)}.",
                new SetBaseline(facts.Code, from, day),
                new AddReading(facts.Code, target.Value, on))];
        }

        var needsTarget = status == AssessedStatus.OnTrack || due is null || due < on;
        if (needsTarget) return [Reading(target.Value, After(m.MeasuredOn))];

        var after = Fresh();
        // Without any start the line starts from the new reading itself, and then it is early.
        var expected = m.LineStart is null ? 0 : m.Expected(on, target.By!.Value);
        return expected < t.EarlyBelow
            ? [new Remedy($"One new reading{after}.", new AddReading(facts.Code, facts.Baseline?.Value ?? m.Value?.Value ?? 0, on))]
            : [Reading(m.ValueAt(t.OnTrackRatio * expected), after)];

        // A reading that does not reach the target must be fresh as well as new.
        string Fresh()
        {
            var fresh = day.AddDays(-(t.StaleAfterIntervals * t.IntervalDays(facts.ReportingMonths)));
            return m.MeasuredOn is null ? "" : $" dated {InitiativeRemedies.Dated(m.MeasuredOn, fresh)}";
        }

        Remedy Held()
        {
            var end = due ?? on.AddYears(1);
            var read = new AddReading(facts.Code, target.Value, end.AddDays(1));
            return due is null
                ? new Remedy(
                    $"A public day until which it is to be held, and one reading of {m.Wanted} after that day.",
                    new SetTarget(facts.Code, target.Value, end, day),
                    read)
                : new Remedy($"One reading of {m.Wanted} after the target's day ({target.By!.Value.ToDisplay()}).", read);
        }

        Remedy Reading(decimal value, string later) => new(
            $"One reading of at {(m.IsUpward ? "least" : "most")} {m.Amount(value)}{later}.",
            new AddReading(facts.Code, value, on));

        Remedy NewTarget(string sentence, decimal from)
        {
            var value = facts.Direction == Direction.Down ? from - 1 : from + 1;
            Step[] baselineFirst = facts.Baseline is null && facts.Direction != Direction.Up
                ? [new SetBaseline(facts.Code, from, day)]
                : [];
            return new Remedy(sentence, [
                .. baselineFirst,
                new SetTarget(facts.Code, value, on.AddYears(1), day),
                new AddReading(facts.Code, value, on)]);
        }
    }

    private static string After(DateOnly? later) => later is { } known ? $" dated after {Words.Of(known)}" : "";
}
