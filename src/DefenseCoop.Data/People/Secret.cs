using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DefenseCoop.Data.People;

/// <summary>Random secrets of 256 bits, and what is stored of them. At that length a plain hash cannot be guessed back.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new secret, safe in addresses and cookies.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
