namespace DefenseCoop.Benchmarks.Circuits;

internal enum TabEventKind
{
    /// <summary>The server sent a change of what is shown.</summary>
    Rendered,

    /// <summary>The server told the browser to load a page anew.</summary>
    ToldToLeave,

    /// <summary>The connection ended.</summary>
    Closed,
}

/// <summary>Something that happened to an open tab.</summary>
internal readonly record struct TabEvent(TabEventKind Kind, ReadOnlyMemory<byte> Batch = default)
{
    /// <summary>Whether the change brings this text; what it takes away it does not name.</summary>
    public bool Shows(ReadOnlySpan<byte> utf8) => Batch.Span.IndexOf(utf8) >= 0;
}
