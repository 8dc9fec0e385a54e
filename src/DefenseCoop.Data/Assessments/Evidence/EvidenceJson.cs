using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>Writes evidence in its one form, and reads it again.</summary>
public static class EvidenceJson
{
    public const int Schema = 2;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(FrozenEvidence evidence) => JsonSerializer.Serialize(evidence, Options);

    /// <exception cref="JsonException">It is no evidence.</exception>
    public static FrozenEvidence Read(string json) =>
        JsonSerializer.Deserialize<FrozenEvidence>(json, Options) ?? throw new JsonException("There is no evidence in it.");

    /// <summary>SHA-256 of its UTF-8 bytes in hexadecimal.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
