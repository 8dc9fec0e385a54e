using System.Net.Mail;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>New accounts, checked.</summary>
internal static class AccountFactory
{
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    /// <param name="email">Null for somebody whose address nobody knows, who signs in at a provider.</param>
    /// <param name="name">What others see.</param>
    /// <param name="roles">One or more.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isDemonstration">Whether it is for trying out only.</param>
    public static Account New(string? email, string name, Roles roles, DateTime now, bool isDemonstration = false)
    {
        var address = email is null ? null : Email(email);
        var normalized = address is null ? null : Normalize(address);
        return new Account
        {
            DisplayName = Name(name),
            UserName = address,
            NormalizedUserName = normalized,
            Email = address,
            NormalizedEmail = normalized,
            Roles = AtLeastOne(roles),
            CreatedAt = now,
            SecurityStamp = Secret.New(),
            IsDemonstration = isDemonstration,
        };
    }

    /// <exception cref="InvalidInputException">Somebody has this address.</exception>
    public static async Task RequireUnusedAsync(DefenseCoopContext db, string normalizedEmail, CancellationToken ct)
    {
        if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normalizedEmail, ct))
        {
            throw new InvalidInputException(
                "Email", "There is an account with this e-mail address already: use that one, or another address.");
        }
    }

    public static string Name(string? name)
    {
        var text = name?.Trim() ?? "";
        if (text.Length == 0) throw new InvalidInputException("Name", "Enter the name: how others should see this person.");
        if (text.Length > Account.MaxName)
        {
            throw new InvalidInputException("Name", $"The name has {text.Length} characters: shorten it to {Account.MaxName}.");
        }
        return text.Any(char.IsControl)
            ? throw new InvalidInputException("Name", "The name holds a control character: write it in one line of text.")
            : text;
    }

    public static Roles AtLeastOne(Roles roles) => (int)roles is <= 0 or >= 2 * (int)Roles.Administrator
        ? throw new InvalidInputException("Roles", "No role is chosen: choose one or more.")
        : roles;

    public static string Normalize(string email) => email.ToUpperInvariant();

    public static bool IsEmail(string? text) =>
        text is { Length: > 0 and <= Account.MaxEmail }
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));

    private static string Email(string? email)
    {
        var text = email?.Trim() ?? "";
        return IsEmail(text)
            ? text
            : throw new InvalidInputException("Email", "This is no e-mail address: write one such as name@example.org.");
    }
}
