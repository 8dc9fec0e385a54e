using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>
/// Codes of an authenticator app: RFC 6238 with SHA-1, six digits and steps of 30 s, as every app has them. In place of
/// Identity's provider, which takes the same code again and again for some minutes; here a code is taken once.
/// </summary>
public sealed class AuthenticatorCodes(IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock)
    : IUserTwoFactorTokenProvider<Account>
{
    private const int StepSeconds = 30;

    /// <summary>Clocks differ: the code before and the one after the current are taken, too.</summary>
    private const int Tolerance = 1;

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.TwoFactorEnabled);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key) return false;
        var secret = FromBase32(key);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        long? matching = null;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(token)))
            {
                matching = step;
            }
        }

        return matching is { } match && await TakeAsync(user.Id, match);
    }

    /// <summary>The code of a step of 30 s since 1970. RFC 4226 §5.3.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm of the apps; as a keyed hash it is not broken.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>RFC 4648 without padding; the form in which apps take a key.</summary>
    public static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in text.ToUpperInvariant())
        {
            var value = c switch { >= 'A' and <= 'Z' => c - 'A', >= '2' and <= '7' => c - '2' + 26, _ => -1 };
            if (value < 0) continue;
            buffer = ((buffer << 5) | value) & 0xFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }

        return [.. bytes];
    }

    private async Task<bool> TakeAsync(int accountId, long step)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Accounts.Where(a => a.Id == accountId && (a.LastCodeStep == null || a.LastCodeStep < step))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.LastCodeStep, step)) == 1;
    }
}

