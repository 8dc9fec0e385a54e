using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields.Values;

/// <summary>Codes of new records.</summary>
internal static class Codes
{
    /// <summary>What is wrong with a code; null where nothing is. It stands in addresses.</summary>
    public static string? Problem(string code, int max)
    {
        if (code.Length > max) return $"The code has {code.Length} characters: shorten it to {max}.";
        if (ReservedNames.Has(code)) return ReservedNames.Refusal(code);
        return char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? null
            : $"{FieldText.Quote(code)} cannot be a code: write letters, digits and . _ - only, and begin with a letter or a digit.";
    }

    /// <summary>
    /// The record that has a code already, or one that a reader would take for it, whatever its kind: records of several kinds
    /// stand on one page, each at its code.
    /// </summary>
    public static async Task<TakenCode?> TakenAsync(DefenseCoopContext db, string code, CancellationToken ct)
    {
        foreach (var (noun, codes) in Kinds(db, ct))
        {
            var taken = (await codes.Where(c => c.Length == code.Length).ToListAsync(ct)).Find(c => FoldedText.AreSame(c, code));
            if (taken is not null) return new TakenCode(taken, noun);
        }

        return null;
    }

    /// <summary>The prefix with the number after the largest that follows it in any code.</summary>
    public static async Task<string> NumberedAsync(DefenseCoopContext db, string prefix, int max, CancellationToken ct)
    {
        var small = prefix.ToLowerInvariant();
        List<string> codes = [];
#pragma warning disable CA1862 // The database compares, and knows no comparison of .NET.
        foreach (var (_, all) in Kinds(db, ct)) codes.AddRange(await all.Where(c => c.ToLower().StartsWith(small)).ToListAsync(ct));
#pragma warning restore CA1862
        return await FreeAsync(db, string.Create(CultureInfo.InvariantCulture, $"{prefix}{Next(codes, prefix)}"), max, ct);
    }

    /// <summary>The number after the largest of those that follow the prefix.</summary>
    private static int Next(IEnumerable<string> codes, string prefix) => codes
        .Select(c => c.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(c.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty()
        .Max() + 1;

    /// <summary>A code made of words, with a number behind it where it is taken.</summary>
    public static Task<string> OfWordsAsync(DefenseCoopContext db, string words, int max, CancellationToken ct) =>
        FreeAsync(db, Slug.Of(words), max, ct);

    /// <summary>The code, no longer than allowed and with a number behind it where it is taken.</summary>
    public static async Task<string> FreeAsync(DefenseCoopContext db, string wanted, int max, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var code = wanted[..Math.Min(wanted.Length, max - suffix.Length)].TrimEnd('-') + suffix;
            if (!ReservedNames.Has(code) && await TakenAsync(db, code, ct) is null) return code;
        }
    }

    /// <summary>The codes of all that stands on pages at its code: records of every kind, and the provisions of agreements.</summary>
    private static IEnumerable<(string Noun, IQueryable<string> Codes)> Kinds(DefenseCoopContext db, CancellationToken ct)
    {
        var records = new RecordOwners(db, ct);
        return RecordDescriptors.All.Where(d => !d.HasCodesApart).Select(d => (d.One, d.Codes(records)))
            .Append(("provision", db.Provisions.Select(p => p.Code)));
    }
}

/// <summary>A code that is there already.</summary>
/// <param name="Code">As it is written there.</param>
/// <param name="Noun">What has it.</param>
internal sealed record TakenCode(string Code, string Noun)
{
    /// <summary>What to say to whoever wants it for a new record.</summary>
    public string Refusal(string noun) => noun == Noun
        ? $"The code {Code} is taken by another {noun}: write another code, or change that {noun}."
        : $"The code {Code} is taken by {("aeiou".Contains(Noun[0]) ? "an" : "a")} {Noun}, and both would stand at the same place: "
          + "write another code.";
}
