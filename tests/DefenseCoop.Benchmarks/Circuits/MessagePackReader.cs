using System.Buffers.Binary;
using System.Text;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// Reads any MessagePack value into plain objects: <c>null</c>, <c>bool</c>, <c>long</c>, <c>double</c>,
/// <c>string</c>, <c>ReadOnlyMemory&lt;byte&gt;</c> (a slice, so that render batches are not copied) and <c>object?[]</c>.
/// </summary>
internal sealed class MessagePackReader(ReadOnlyMemory<byte> data)
{
    private int _position;

    public object? Read()
    {
        var code = Take(1)[0];
        return code switch
        {
            <= 0x7F => (long)code,
            <= 0x8F => Map(code & 0x0F),
            <= 0x9F => Items(code & 0x0F),
            <= 0xBF => Text(code & 0x1F),
            0xC0 => null,
            0xC2 => false,
            0xC3 => true,
            0xC4 => Binary(Length(1)),
            0xC5 => Binary(Length(2)),
            0xC6 => Binary(Length(4)),
            0xCA => (double)BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xCB => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            0xCC => (long)Take(1)[0],
            0xCD => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xCE => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xCF => (long)BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
            0xD0 => (long)(sbyte)Take(1)[0],
            0xD1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xD2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xD3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xD9 => Text(Length(1)),
            0xDA => Text(Length(2)),
            0xDB => Text(Length(4)),
            0xDC => Items(Length(2)),
            0xDD => Items(Length(4)),
            0xDE => Map(Length(2)),
            0xDF => Map(Length(4)),
            >= 0xE0 => (long)(sbyte)code,
            _ => throw new InvalidDataException($"MessagePack form 0x{code:X2} is not part of the hub protocol."),
        };
    }

    private int Length(int bytes) => bytes switch
    {
        1 => Take(1)[0],
        2 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        _ => checked((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
    };

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private ReadOnlyMemory<byte> Binary(int length)
    {
        Take(length);
        return data.Slice(_position - length, length);
    }

    private object?[] Items(int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++)
            items[i] = Read();

        return items;
    }

    /// <summary>Only message headers are maps, and nothing here needs them: read and forgotten.</summary>
    private object? Map(int count)
    {
        for (var i = 0; i < count * 2; i++)
            Read();

        return null;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = data.Span.Slice(_position, count);
        _position += count;
        return taken;
    }
}
