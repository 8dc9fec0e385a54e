using System.Text;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>A call or a return the server sent; <see cref="Target"/> is null for a return.</summary>
internal sealed record HubMessage(string? Target, string? InvocationId, object?[] Arguments);

/// <summary>
/// Framing of SignalR's "blazorpack" protocol: each message is its length as a variable-length integer,
/// followed by a MessagePack array whose first item is the kind of message.
/// </summary>
internal static class BlazorPack
{
    private const long Invocation = 1;
    private const long Completion = 3;
    private const long Close = 7;
    private const byte RecordSeparator = 0x1E;

    /// <summary>Sent once, as text, before the first binary message.</summary>
    public static byte[] Handshake { get; } =
        [.. Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}"""), RecordSeparator];

    /// <summary>The server drops a client it has not heard from for 30 seconds; this keeps it in touch.</summary>
    public static byte[] Ping { get; } = Frame(new MessagePackWriter().Array(1).Value(6).Written);

    public static byte[] Call(string? invocationId, string target, params ReadOnlySpan<object?> arguments)
    {
        var writer = new MessagePackWriter()
            .Array(6).Value(Invocation).EmptyMap().Value(invocationId).Value(target).Array(arguments.Length);
        foreach (var argument in arguments)
            writer.Value(argument);

        return Frame(writer.Array(0).Written);
    }

    /// <summary>The answer to <see cref="Handshake"/> is one JSON record; an error in it ends the story.</summary>
    public static void ReadHandshake(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.UTF8.GetString(answer.TrimEnd(RecordSeparator));
        if (text != "{}")
            throw new InvalidDataException($"The hub refused the handshake: {text}");
    }

    /// <summary>One WebSocket message holds one or more whole frames.</summary>
    public static IEnumerable<HubMessage> Read(ReadOnlyMemory<byte> received)
    {
        while (!received.IsEmpty)
        {
            var (length, prefix) = ReadLength(received.Span);
            if (Parse(received.Slice(prefix, length)) is { } message)
                yield return message;

            received = received[(prefix + length)..];
        }
    }

    private static HubMessage? Parse(ReadOnlyMemory<byte> frame)
    {
        var parts = (object?[])new MessagePackReader(frame).Read()!;
        return parts[0] switch
        {
            Invocation => new HubMessage((string)parts[3]!, (string?)parts[2], (object?[])parts[4]!),
            Completion => new HubMessage(null, (string?)parts[2], parts.Length > 4 ? [parts[3], parts[4]] : [parts[3]]),
            Close => throw new InvalidDataException($"The hub closed the connection: {parts[1] ?? "no reason given"}"),
            _ => null,
        };
    }

    private static byte[] Frame(ReadOnlySpan<byte> payload)
    {
        Span<byte> prefix = stackalloc byte[5];
        var used = 0;
        for (var rest = (uint)payload.Length; ; rest >>= 7)
        {
            prefix[used++] = (byte)((rest & 0x7F) | (rest > 0x7F ? 0x80u : 0u));
            if (rest <= 0x7F)
                break;
        }

        return [.. prefix[..used], .. payload];
    }

    private static (int Length, int Prefix) ReadLength(ReadOnlySpan<byte> data)
    {
        var length = 0;
        for (var i = 0; i < 5; i++)
        {
            length |= (data[i] & 0x7F) << (7 * i);
            if ((data[i] & 0x80) == 0)
                return (length, i + 1);
        }

        throw new InvalidDataException("A frame's length does not end.");
    }
}
