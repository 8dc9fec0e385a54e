using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Typing;

/// <summary>
/// Reads dates as the program writes them and as people do. It never guesses: what can mean two dates, or none, comes back
/// with a message that says what to write.
/// <code>
/// day        30 Nov 2026 · 30. november 2026 · 30th of November 2026 · November 30, 2026 · Monday 30 November 2026
///            2026-11-30 · 2026/11/30 · 30.11.2026 · 30/11/2026 (and 30-11-2026; asked where both can be the month)
/// month      Nov 2026 · november 2026 · 2026-11 · 11/2026 · 11.2026
/// quarter    2025-Q3 · Q3 2025 · 3Q2025 · 2025K3 · 3. kvartal 2025 · 3rd quarter of 2025
/// half-year  2025-H1 · H1 2025 · 1. halvår 2025 · first half of 2025
/// year       2025 · CY2025
/// range      2018–2021 · 2018 to 2021 · Oct 2024–Sep 2025 · 1–3 Mar 2025 · 2024-10/2025-09, of two of the above
/// estimate   any of them followed by e or est.
/// asked      03/04/2025 · 30 Nov 26 · FY2025 · 2009/10 · mid-2025 · about 2025
/// </code>
/// Months are English or Danish, whole or shortened; kinds of space and dash, case and points do not matter.
/// </summary>
public static partial class DateReader
{
    /// <summary>What public dates of this subject can be; beyond it a slip of the keyboard is likelier.</summary>
    public const int FirstYear = 1800;

    public const int LastYear = 2200;

    private const int LongestDate = 60;

    /// <param name="text">As typed.</param>
    /// <param name="takesRange">Whether a range can be meant; if not, it comes back with a message.</param>
    public static DateReading Read(string? text, bool takesRange = false)
    {
        var typed = TypedText.Plain(text);
        if (typed.Length is 0 or > LongestDate) return new();
        var plain = Gaps()
            .Replace(typed.Trim('"', '\'', '“', '”', '‘', '’', '(', ')', ' ').TrimEnd('.', ',', ';', ' ').ToLowerInvariant(), "$1");
        var rest = EstimateMark().Replace(plain, "${rest}");
        var isEstimate = rest != plain;
        var reading = DatePatterns.Single(rest) ?? Range(rest);
        if (reading is null && isEstimate) (reading, isEstimate) = (DatePatterns.Single(plain) ?? Range(plain), false);
        reading = (reading
            ?? DatePatterns.Asked(plain, takesRange) ?? new()) with { IsEstimate = isEstimate && reading is { IsDate: true } };
        var quoted = (text ?? "").ForMessage();
        return reading.Problem is { } problem
            ? reading with { Problem = problem.Replace(DatePatterns.Typed, quoted, StringComparison.Ordinal) }
            : Checked(reading, takesRange, quoted, IsRangeOfShortYears(text, plain));
    }

    /// <summary>The last day of what was typed, for clocks and filters; the first where it is where something begins.</summary>
    public static (DateOnly? Day, string? Problem) ReadDay(string? text, bool first)
    {
        var reading = Read(text);
        return reading switch
        {
            { IsEstimate: true } => (null, $"{(text ?? "").ForMessage()} is an estimate: write the date alone."),
            { Date: { } date } => (first ? date.FirstDay : date.LastDay, null),
            { Problem: { } problem } => (null, problem),
            _ => (null, TypedText.IsBlank(text) ? null : NoDate(text!)),
        };
    }

    /// <summary>What is said of words where a date is wanted.</summary>
    public static string NoDate(string text) =>
        $"{text.ForMessage()} is no date: write a day, a month, a quarter, "
            + "a half-year or a year, such as 14 Mar 2025, Mar 2025, Q1 2025, H1 2025 or 2025.";

    /// <summary>What somebody typed, for a message: no longer than anybody wants to read it.</summary>
    public static string ForMessage(this string text) => $"“{TypedText.Trim(text).Shorten(41)}”";

    private static DateReading Checked(DateReading reading, bool takesRange, string quoted, bool isShortRange) => reading switch
    {
        { From: { } from } when isShortRange => new()
        {
            Problem = $"{quoted} can be {from.ToDisplay()}, or a range that ends in "
                + $"{(from.FirstDay.Year / 100 * 100) + from.FirstDay.Month}: write {from.ToDisplay()}, or all four digits of both years.",
        },
        { From: { } from, To: { } to } when to.FirstDay < from.FirstDay || to.LastDay < from.LastDay =>
            new() { Problem = $"{quoted} ends before it starts: write the earlier date first." },
        { To: { } to } when !takesRange => new()
        {
            Problem = $"{quoted} is a range, and one date is wanted here: write its last, {to.ToDisplay()}, or the one that is meant.",
        },
        _ => reading,
    };

    /// <summary>2009–10 is written for two years, where a hyphen is that of a month.</summary>
    private static bool IsRangeOfShortYears(string? text, string plain) =>
        ShortRange().Match(plain) is { Success: true } match
            && (match.Groups["s"].Value == "/" || text!.Contains('–', StringComparison.Ordinal))
        && Number(match, "b") == (Number(match, "a") % 100) + 1;

    /// <summary>Two dates with a dash, a slash or a word between; the first may leave out what both have in common.</summary>
    private static DateReading? Range(string text)
    {
        var both = Between().Replace(text, "");
        // A slash first: it stands between dates that have hyphens themselves.
        foreach (var cut in RangeCut().Matches(both).OrderByDescending(c => c.Value == "/"))
        {
            var (left, right) = (both[..cut.Index].Trim(), both[(cut.Index + cut.Length)..].Trim());
            if (left.Length == 0 || DatePatterns.Single(right) is not { Date: { } to }) continue;
            string[] tries =
            [
                left,
                $"{left} {to.FirstDay.ToString("yyyy", CultureInfo.InvariantCulture)}",
                $"{left} {to.FirstDay.ToString("MMM yyyy", CultureInfo.InvariantCulture).ToLowerInvariant()}",
            ];
            if (tries.Select(DatePatterns.Single).FirstOrDefault(r => r is { IsDate: true }) is { Date: { } from })
            {
                return new() { From = from, To = to };
            }
        }

        return null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Space around marks that join.</summary>
    [GeneratedRegex(@" ?([-/]) ?")]
    private static partial Regex Gaps();

    [GeneratedRegex(
        @"^(?:(?:est\.?|estimated?)(?: of| for)? )?(?<rest>.*\d)(?: ?\(?(?:e|est\.?|estimated?|skøn)\)?)$"
            + @"|^(?:est\.?|estimated?)(?: of| for)? (?<rest>.*\d)$")]
    private static partial Regex EstimateMark();

    [GeneratedRegex(@"^(?<a>[0-9]{4})(?<s>[-/])(?<b>[0-9]{2})$")]
    private static partial Regex ShortRange();

    [GeneratedRegex("^(?:from|between|fra|mellem) ")]
    private static partial Regex Between();

    [GeneratedRegex("[-/]| (?:to|til|and|og|through|until) ")]
    private static partial Regex RangeCut();
}
