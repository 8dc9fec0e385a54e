using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// The few MessagePack forms a Blazor client sends. Written by hand, because one page of code is less to keep
/// up to date than a package, and because the load generator shares its two cores with the server it measures.
/// </summary>
internal sealed class MessagePackWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public MessagePackWriter Array(int count)
    {
        if (count > 15)
            throw new ArgumentOutOfRangeException(nameof(count), "Hub messages have few parts.");

        return Raw((byte)(0x90 | count));
    }

    public MessagePackWriter EmptyMap() => Raw(0x80);

    /// <summary>Picks the form by the run-time type; the hub accepts whole numbers in their widest form.</summary>
    public MessagePackWriter Value(object? value) => value switch
    {
        null => Raw(0xC0),
        bool flag => Raw(flag ? (byte)0xC3 : (byte)0xC2),
        int number => Int64(number),
        long number => Int64(number),
        string text => Text(text),
        _ => throw new NotSupportedException($"No MessagePack form for {value.GetType()}."),
    };

    private MessagePackWriter Int64(long number)
    {
        if (number is >= 0 and <= 127)
            return Raw((byte)number);

        Raw(0xD3);
        BinaryPrimitives.WriteInt64BigEndian(_buffer.GetSpan(8), number);
        _buffer.Advance(8);
        return this;
    }

    private MessagePackWriter Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Raw(0xDB);
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(4), length);
        _buffer.Advance(4);
        Encoding.UTF8.GetBytes(text, _buffer.GetSpan(length));
        _buffer.Advance(length);
        return this;
    }

    private MessagePackWriter Raw(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
        return this;
    }
}
