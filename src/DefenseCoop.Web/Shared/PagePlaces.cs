namespace DefenseCoop.Web.Shared;

/// <summary>
/// Where the records of a page stand: at their codes. No new record has the code of another one; where two of long ago
/// share one, the second stands beside it, so that no place is there twice.
/// </summary>
public sealed class PagePlaces
{
    private const string Also = "also-";

    private readonly Dictionary<string, Enum> _kinds = new(StringComparer.Ordinal);

    /// <param name="kind">Of record.</param>
    /// <param name="code">Of the record, one among its kind.</param>
    /// <returns>The id of its element; the same at every rendering.</returns>
    public string Of(Enum kind, string code)
    {
        var place = code;
        while (!_kinds.TryAdd(place, kind) && !_kinds[place].Equals(kind)) place = Also + place;
        return place;
    }
}
