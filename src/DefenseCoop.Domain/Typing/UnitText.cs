using System.Text.RegularExpressions;

namespace DefenseCoop.Domain.Typing;

/// <summary>The words around a typed number, beside the unit in which it is kept.</summary>
internal static partial class UnitText
{
    private const string Money = "money ";
    private const string Share = "%";

    private static readonly (string Word, int Power)[] Scales = [("thousand", 3), ("mn", 6), ("bn", 9), ("tn", 12)];

    private static readonly string[] HowExact =
    [
        "about", "around", "approximately", "approx", "ca", "circa", "c", "more", "than", "over", "close", "to", "up", "at", "most",
        "least", "under", "less", "below", "nearly", "almost", "~", "≈", ">", "<", "≥", "≤", "omkring", "cirka", "mere", "end",
    ];

    /// <summary>What is wrong with them; null where nothing is.</summary>
    public static string? Problem(string before, string after, string? unit, decimal number, string quoted)
    {
        if (unit is not null && (after.Trim() == TypedText.Plain(unit) || after.Trim() == TypedText.Plain(Unit.Singular(unit)))) after = "";
        if (before.TrimEnd().EndsWith('(') && after.TrimStart().StartsWith(')')) return Bracketed(number, quoted);
        if (SecondNumber().IsMatch(after)) return $"{quoted} are two numbers: write one, and say in the note what the source gives.";
        if (LooseMark(before, after) is { } mark && unit?.Contains(mark, StringComparison.Ordinal) != true)
        {
            return $"“{mark}” stands with the number, and is not kept: write the number alone, and say in the note what it means.";
        }

        List<string> typed = [.. Tokens($"{before} {after}")];
        if (typed.Count == 0) return null;
        var kept = unit is null ? [] : Tokens(unit).ToList();
        var others = typed.Where(t => !kept.Contains(t)).ToList();
        if (others.Exists(t => AnyDigit().IsMatch(t))) return NumberReader.NoNumber(quoted).Problem;
        if (others.Find(HowExact.Contains) is { } hedge)
        {
            return $"“{hedge}” is not kept with the number: write the number alone, and choose how exact it is beside it.";
        }
        if (others.Exists(t => t is "e" or "est" or "estimate" or "estimated"))
        {
            return $"{quoted} is marked as an estimate: write the number alone, and choose the kind beside it.";
        }
        if (unit is null) return NumberReader.NoNumber(quoted).Problem;
        if (others.Find(t => Power(t) > 0) is { } scale) return OfScale(scale, kept, unit, number, quoted);
        if (others.Count > 0) return Foreign(Raw(others[0], before, after), unit);
        return kept.Find(t => Power(t) > 0) is { } own
            && typed.Exists(t => t.StartsWith(Money, StringComparison.Ordinal)) && !typed.Contains(own)
            ? $"{quoted} does not say of what size, and the value is kept in {unit}: "
                + $"write {Words.Of(number, unit)}, or the number alone, if that is meant."
            : null;
    }

    /// <summary>Who keeps accounts writes what is owed like this.</summary>
    private static string Bracketed(decimal number, string quoted) =>
        $"{quoted} can be {Words.Of(number)} or {Words.Of(-number)}: write the one that is meant, without brackets.";

    /// <summary>
    /// A mark that is no part of a word: “20+”, “20?” and “20*” say more than 20. What ends a sentence, quotes, and what a
    /// price ends with (“20,-”) say nothing.
    /// </summary>
    /// <returns>Null where there is none.</returns>
    private static string? LooseMark(string before, string after)
    {
        before = before.TrimEnd();
        if (before.EndsWith('+')) before = before[..^1];
        if (after.StartsWith(",-", StringComparison.Ordinal)) after = after[2..];
        return NoWord(before) ?? NoWord(after);
    }

    private static string? NoWord(string text) => Mark().Match(Word().Replace(text, " ")) is { Success: true } mark ? mark.Value : null;

    private static string OfScale(string scale, List<string> kept, string unit, decimal number, string quoted)
    {
        var own = kept.Find(t => Power(t) > 0);
        var power = Power(scale) - (own is null ? 0 : Power(own));
        var factor = (decimal)Math.Pow(10, Math.Abs(power));
        var meant = power > 0 ? number * factor : number / factor;
        return $"{quoted} is in another size than {unit}, in which the value is kept: write {Words.Of(meant)}, if that is meant.";
    }

    private static string Foreign(string word, string unit) =>
        $"“{word}” stands with the number, and the value is kept in {unit}: write the number in {unit}, alone or with that unit.";

    /// <summary>How it was typed.</summary>
    private static string Raw(string token, string before, string after) =>
        Word().Matches($"{before} {after}").Select(m => m.Value).FirstOrDefault(w => Fold(w) == token) ?? token;

    private static int Power(string token) => Array.Find(Scales, s => s.Word == token).Power;

    private static IEnumerable<string> Tokens(string text) =>
        Word().Matches(TypedText.Plain(text)).Select(m => Fold(m.Value)).Where(t => t.Length > 0);

    private static string Fold(string word)
    {
        var plain = word.ToLowerInvariant().TrimEnd('.');
        return plain switch
        {
            "bn" or "billion" or "billions" or "mia" or "milliard" or "milliarder" or "mrd" or "b" => "bn",
            "m" or "mn" or "mio" or "million" or "millions" or "millioner" or "mill" => "mn",
            "tn" or "trillion" or "trillions" or "bio" => "tn",
            "k" or "thousand" or "thousands" or "tusind" => "thousand",
            "dkk" or "kr" or "kroner" or "dkr" or "krone" => Money + "dkk",
            "usd" or "$" or "us$" or "dollar" or "dollars" => Money + "usd",
            "eur" or "€" or "euro" or "euros" => Money + "eur",
            "gbp" or "£" or "pounds" => Money + "gbp",
            "sek" or "nok" or "chf" => Money + plain,
            "%" or "percent" or "pct" or "procent" => Share,
            _ => Unit.Singular(plain),
        };
    }

    [GeneratedRegex(@"us\$|[$€£%~≈<>≥≤]|[\p{L}0-9][\p{L}0-9./'’+-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("""[^\s.,;:"'“”‘’()]""")]
    private static partial Regex Mark();

    [GeneratedRegex("^ ?(?:-|/|to |til |or |and |og |eller ) ?[0-9]")]
    private static partial Regex SecondNumber();

    [GeneratedRegex("[0-9]")]
    private static partial Regex AnyDigit();
}
