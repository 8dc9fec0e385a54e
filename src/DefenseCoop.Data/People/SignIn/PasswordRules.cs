using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using DefenseCoop.Data.Commands;
using Microsoft.AspNetCore.Identity;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>
/// What a password must be, after NIST SP 800-63B-4 §3.1.1.2: long enough, and not one that others are known to use.
/// No rule on its composition, no expiry, any character. The list is the 20,000 most common passwords of public
/// breaches (Royce Williams; by way of Django's contrib.auth). Most of them are shorter than the minimum, so what people
/// do to lengthen one is undone first: digits and signs around it, and repetition.
/// </summary>
public sealed class PasswordRules(PeopleOptions options) : IPasswordValidator<Account>
{
    public const int MaxLength = 256;

    private const string List = "common-passwords.txt.gz";

    private static readonly Lazy<FrozenSet<string>> Common = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Problem(password ?? "", user.Email, user.DisplayName) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = problem })
            : IdentityResult.Success);

    /// <summary>What is wrong with a password and what to do; null where nothing is.</summary>
    public string? Problem(string password, string? email, string? name)
    {
        if (password.Length < options.MinimumPasswordLength)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The password has {password.Length} characters: make it {options.MinimumPasswordLength} or more. "
                    + $"A few words that nobody would put together do well.");
        }

        if (password.Length > MaxLength)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"The password has {password.Length} characters: shorten it to {MaxLength}.");
        }
        if (IsCommon(password))
        {
            return "The password is one of those that are known from breaches, or made of one: "
                + "choose another. A few words that nobody would put together do well.";
        }
        return IsAboutThem(password, email, name)
            ? "The password is little more than your name, your address or the name of this program: choose another."
            : null;
    }

    private static bool IsCommon(string password)
    {
        var text = password.ToLowerInvariant();
        var unit = Unit(text);
        var core = unit.Trim([.. unit.Where(c => !char.IsLetter(c)).Distinct()]);
        return unit.Length <= 4 || IsSequence(unit)
            || core.Length <= 3 || Common.Value.Contains(text) || Common.Value.Contains(unit) || Common.Value.Contains(core)
            || Common.Value.Contains(Unit(core));
    }

    /// <summary>The shortest text of which this one is a repetition, the last one perhaps cut short.</summary>
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (Enumerable.Range(0, text.Length - length).All(i => text[i] == text[i + length])) return text[..length];
        }

        return text;
    }

    /// <summary>"abcdefghijklmnop", "9876543210": every character is the neighbor of the one before.</summary>
    private static bool IsSequence(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count(s => s is 1 or -1 or 0 or 9 or -9) >= steps.Count * 0.8;
    }

    /// <summary>What is left without them is too short to be a password of its own.</summary>
    private static bool IsAboutThem(string password, string? email, string? name)
    {
        var rest = password;
        string[] words = ["defensecoop", "defense", "coop", .. email?.Split('@', '.', '-', '_', '+') ?? [], .. name?.Split(' ') ?? []];
        foreach (var word in words.Where(w => w.Length >= 3).OrderByDescending(w => w.Length))
        {
            rest = rest.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        }

        return rest.Length < password.Length && rest.Count(char.IsLetter) < 6;
    }

    private static FrozenSet<string> Read()
    {
        using var packed = typeof(PasswordRules).Assembly.GetManifestResourceStream(List)!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
