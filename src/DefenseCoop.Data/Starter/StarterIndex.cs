using System.Buffers;
using System.Text;

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

    /// <summary>Lower-case ASCII letters and digits with single hyphens between.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (c is 'æ' or 'ø' or 'å') slug.Append(c switch { 'æ' => "ae", 'ø' => "o", _ => "a" });
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length > 0 ? trimmed : "x";
    }
}
