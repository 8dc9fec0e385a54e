using System.Globalization;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields;

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

    /// <summary>The one among the codes that a reader would take for the given one; null where there is none.</summary>
    public static async Task<string?> TakenAsync(IQueryable<string> codes, string code, CancellationToken ct) =>
        (await codes.Where(c => c.Length == code.Length).ToListAsync(ct)).Find(c => FoldedText.AreSame(c, code));

    /// <summary>The number after the largest of those that follow the prefix.</summary>
    public static int Next(IEnumerable<string> codes, string prefix) => codes
        .Select(c => c.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && int.TryParse(c.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty()
        .Max() + 1;

    /// <summary>A code made of words, with a number behind it where it is taken.</summary>
    public static Task<string> UniqueAsync(string words, int max, Func<string, Task<bool>> isTaken) => FreeAsync(Slug.Of(words), max, isTaken);

    /// <summary>The code, no longer than allowed and with a number behind it where it is taken.</summary>
    public static async Task<string> FreeAsync(string wanted, int max, Func<string, Task<bool>> isTaken)
    {
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var code = wanted[..Math.Min(wanted.Length, max - suffix.Length)].TrimEnd('-') + suffix;
            if (!ReservedNames.Has(code) && !await isTaken(code)) return code;
        }
    }
}
