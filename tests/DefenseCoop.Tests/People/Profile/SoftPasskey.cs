using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DefenseCoop.Tests.People.Profile;

/// <summary>A passkey without a device: answers a server's challenges as a browser would (W3C WebAuthn level 3, §5 and §6).</summary>
internal sealed class SoftPasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string? _user;
    private uint _count;

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>Whether the device asked for a finger or a code.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>The answer to the options of a new passkey.</summary>
    public string Create(string options, string origin)
    {
        var json = JsonNode.Parse(options)!;
        _user = (string)json["user"]!["id"]!;
        var data = AuthenticatorData((string)json["rp"]!["id"]!, isNew: true);

        // CBOR: { "fmt": "none", "attStmt": {}, "authData": data }
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(ClientData("webauthn.create", json, origin)),
            attestationObject = Base64Url.EncodeToString(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>The answer to the options of a sign-in.</summary>
    public string Get(string options, string origin)
    {
        var json = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", json, origin);
        var data = AuthenticatorData((string)json["rpId"]!, isNew: false);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(client),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature),
            userHandle = _user,
        });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] ClientData(string type, JsonNode options, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = (string)options["challenge"]!, origin, crossOrigin = false });

    private string Credential(object response) =>
        JsonSerializer.Serialize(new { id = Id, rawId = Id, type = "public-key", clientExtensionResults = new { }, response });

    private byte[] AuthenticatorData(string relyingParty, bool isNew)
    {
        var flags = UserPresent | (VerifiesUser ? UserVerified : 0) | (isNew ? HasCredential : 0);
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), (byte)flags, .. count];
        if (!isNew) return head;
        var point = _key.ExportParameters(false).Q;

        // COSE: { kty: EC2, alg: ES256, crv: P-256, x, y }
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        return [.. head, .. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
    }
}
