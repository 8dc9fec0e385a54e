using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefenseCoop.Data.Starter;

/// <summary>The top level of a starter file. Records are read one by one, so that one broken record hides no other.</summary>
internal sealed class StarterSections
{
    private static readonly string[] Required =
    [
        "sources", "categories", "organisations", "sites", "agreements", "initiatives", "milestones", "indicators",
        "readings", "exercise_editions", "events", "spending_series",
    ];

    private static readonly string[] Optional = ["meta", "danish_framework_table", "exercises", "recommendations"];

    // A field that nothing here reads would be lost without a word.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly JsonElement _root;
    private readonly StarterProblems _problems;

    public StarterSections(JsonElement root, StarterProblems problems)
    {
        _root = root;
        _problems = problems;
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Place("the file"), "is no object with sections");
            return;
        }

        AreThere = true;
        foreach (var name in Required.Where(name => !root.TryGetProperty(name, out _)))
        {
            problems.Add(new Place(name), "the section is missing");
        }

        foreach (var section in root.EnumerateObject().Where(s => !Required.Contains(s.Name) && !Optional.Contains(s.Name)))
        {
            problems.Add(new Place(section.Name), "the section is unknown");
        }

        if (root.TryGetProperty("categories", out var categories)
            && categories is { ValueKind: JsonValueKind.Array } && categories.GetArrayLength() == 0)
        {
            problems.Add(new Place("categories"), "is empty: name at least one");
        }
    }

    public bool AreThere { get; }

    /// <summary>The records of a section with their places; those that cannot be read are noted and left out.</summary>
    public IReadOnlyList<(Place Place, T Record)> Records<T>(string section) where T : class
    {
        var records = new List<(Place, T)>();
        if (!_root.TryGetProperty(section, out var array)) return records;
        if (array.ValueKind != JsonValueKind.Array)
        {
            _problems.Add(new Place(section), "is no list");
            return records;
        }

        var index = 0;
        foreach (var element in array.EnumerateArray())
        {
            var place = new Place(section, index++, Id(element));
            if (Read<T>(place, element) is { } record) records.Add((place, record));
        }

        return records;
    }

    /// <summary>A section that is one object; null where the file has none.</summary>
    public JsonElement? Object(string section)
    {
        if (!_root.TryGetProperty(section, out var element) || element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind == JsonValueKind.Object) return element;
        _problems.Add(new Place(section), "is no object");
        return null;
    }

    /// <summary>Reads one record; null, with a problem noted, where it does not have the expected form.</summary>
    public T? Read<T>(Place place, JsonElement element) where T : class
    {
        try
        {
            if (element.ValueKind == JsonValueKind.Object) return element.Deserialize<T>(Options);
            _problems.Add(place, "is no record");
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : "the record";
            _problems.Add(place, e.Message.Contains("could not be mapped", StringComparison.Ordinal)
                ? $"{field} is no field that is known here"
                : $"{field} {StarterProblems.Quote(RawValue(element, field))} is not what is expected there (a text, "
                    + "a number, a list or an object)");
        }

        return null;
    }

    private static string? Id(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var name in (ReadOnlySpan<string>)["id", "name", "exercise", "title", "measure"])
        {
            if (element.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String) return id.GetString();
        }

        return null;
    }

    private static string RawValue(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var inner)) break;
            element = inner;
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
    }
}
