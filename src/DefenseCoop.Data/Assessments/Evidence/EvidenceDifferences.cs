using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>One thing that is different in the evidence.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Reference">What it is about.</param>
public sealed record EvidenceChange(string Sentence, RecordReference Reference);

/// <summary>Says how two states of the evidence of a focus area differ.</summary>
public static class EvidenceDifferences
{
    /// <summary>What came, went or changed from one to the other, in their order; empty where all is the same.</summary>
    public static IReadOnlyList<EvidenceChange> Between(FrozenEvidence before, FrozenEvidence after) =>
    [
        .. Area(before, after),
        .. Of(before.Objectives, after.Objectives, o => o.Code, o => new EvidenceChange(o.Text, new(RecordKind.Objective, o.Code, Area: after.Slug)), "Objective", (a, b) =>
        [
            Became("status", Words.Of(a.Status), Words.Of(b.Status)), a.Text == b.Text ? null : $"was \u201C{a.Text}\u201D",
        ]),
        .. Of(before.Initiatives, after.Initiatives, i => i.Code, i => new EvidenceChange($"{i.Code} {i.Title}", new(RecordKind.Initiative, i.Code)), "Initiative", (a, b) =>
        [
            Became("stage", EvidenceWords.Told(a.Stage), EvidenceWords.Told(b.Stage)), Became("status", Words.Of(a.Status), Words.Of(b.Status)), a.Title == b.Title ? null : $"was called \u201C{a.Title}\u201D",
        ]),
        .. Of(before.Milestones, after.Milestones, m => m.Code, m => new EvidenceChange($"{m.Code} {m.Title}", new(RecordKind.Milestone, m.Code, m.Initiative)), "Milestone", (a, b) =>
        [
            Became("state", EvidenceWords.Told(a.State), EvidenceWords.Told(b.State)),
            Became("planned", Date(a.Planned), Date(b.Planned)),
            Became("expected", Date(a.Forecast), Date(b.Forecast)),
            Became("met", Date(a.Actual), Date(b.Actual)),
            Became("status", Words.Of(a.Status), Words.Of(b.Status)),
            a.Title == b.Title ? null : $"was called \u201C{a.Title}\u201D",
            Sources(a.Sources, b.Sources),
        ]),
        .. Of(before.Readings, after.Readings, r => r.Code, Reading, "Reading", (a, b) =>
        [
            Became("value", $"{a.Told} {a.Unit}", $"{b.Told} {b.Unit}"),
            Became("period", Date(a.Period), Date(b.Period)),
            Became("kind", a.Kind, b.Kind),
            Sources(a.Sources, b.Sources),
        ]),
        .. Of(before.Indicators, after.Indicators, i => i.Code, i => new EvidenceChange(i.Name, new(RecordKind.Indicator, i.Code, i.Initiative)), "Indicator", (a, b) =>
        [
            Became("status", Words.Of(a.Status), Words.Of(b.Status)), a.Name == b.Name ? null : $"was called \u201C{a.Name}\u201D",
        ]),
    ];

    private static EvidenceChange Reading(EvidenceReading r) => new($"{r.Name}, {Date(r.Period)}: {r.Told} {r.Unit}", new(RecordKind.Reading, r.Code, r.Initiative, Part: r.Indicator));

    private static IEnumerable<EvidenceChange> Area(FrozenEvidence before, FrozenEvidence after)
    {
        var area = new RecordReference(RecordKind.FocusArea, after.Slug);
        if (before.Area != after.Area) yield return new($"The focus area is called {after.Area} now; it was {before.Area}.", area);
        if (before.Status != after.Status) yield return new($"{after.Area}: computed status {Words.Of(after.Status)}, was {Words.Of(before.Status)}.", area);
        if (before.Confidence != after.Confidence) yield return new($"{after.Area}: confidence {after.Confidence}, was {before.Confidence}.", area);
    }

    private static IEnumerable<EvidenceChange> Of<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> code, Func<T, EvidenceChange> name, string kind, Func<T, T, IEnumerable<string?>> compare)
    {
        var old = before.ToDictionary(code, StringComparer.Ordinal);
        foreach (var now in after)
        {
            if (!old.Remove(code(now), out var was))
            {
                yield return new($"New {kind.ToLowerInvariant()}: {name(now).Sentence}.", name(now).Reference);
                continue;
            }

            var different = compare(was, now).OfType<string>().ToList();
            if (different.Count > 0) yield return new($"{kind} {name(now).Sentence}: {string.Join("; ", different)}.", name(now).Reference);
        }

        foreach (var gone in old.Values.OrderBy(code, StringComparer.Ordinal)) yield return new($"{kind} does not count any more: {name(gone).Sentence}.", name(gone).Reference);
    }

    /// <summary>Periods may be words, such as “Cold War peak”.</summary>
    private static string? Date(string? text) => PartialDate.TryParse(text, out var date) ? date.ToDisplay() : text;

    private static string? Became(string what, string? was, string? now) => was == now ? null : $"{what} {now ?? "not known"}, was {was ?? "not known"}";

    private static string? Sources(IReadOnlyList<string> was, IReadOnlyList<string> now) =>
        was.SequenceEqual(now, StringComparer.Ordinal) ? null : $"sources {(now.Count == 0 ? "none" : string.Join(", ", now))}, were {(was.Count == 0 ? "none" : string.Join(", ", was))}";
}
