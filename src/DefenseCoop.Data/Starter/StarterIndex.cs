using System.Buffers;

namespace DefenseCoop.Data.Starter;

/// <summary>Records of one kind by id.</summary>
internal sealed class StarterIndex<T>(string noun) where T : class
{
    private readonly Dictionary<string, T?> _byId = new(StringComparer.Ordinal);

    public string Noun { get; } = noun;

    public bool Declare(string id) => _byId.TryAdd(id, null);

    public void Set(string? id, T record)
    {
        if (id is not null) _byId[id] = record;
    }

    /// <summary>Whether the id is in the file; the record is null where it could not be made.</summary>
    public bool TryFind(string id, out T? record) => _byId.TryGetValue(id, out record);
}

internal static class StarterText
{
    /// <summary>What ids may hold, as they stand in addresses and in citations.</summary>
    public static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");
}
