using System.Globalization;
using System.Text.Json;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Tests.Starter;

/// <summary>Fields of one record of the starter file by path; a list of ids is one field. Fields without content are left out.</summary>
internal sealed class Fields : SortedDictionary<string, string?>
{
    public Fields()
        : base(StringComparer.Ordinal)
    {
    }

    public static Fields Of(JsonElement record)
    {
        var fields = new Fields();
        fields.Read("", record);
        return fields;
    }

    /// <summary>What has content, one line per field.</summary>
    public string Content() => string.Join('\n', this.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{f.Key} = {f.Value}"));

    public Fields With(string path, Attribution attribution, IEnumerable<string> sourceIds, string? note = null)
    {
        this[path + "provenance"] = Word(attribution.Provenance);
        this[path + "needs_primary_check"] = attribution.NeedsPrimaryCheck ? "true" : null;
        this[path + "derived"] = attribution.IsDerived ? "true" : null;
        this[path + "derivation"] = attribution.Derivation;
        this[path + "note"] = note ?? attribution.Note;
        this[path + "source_ids"] = List(sourceIds);
        return this;
    }

    public Fields Without(string path)
    {
        Remove(path);
        return this;
    }

    public static string? Word(Provenance provenance) => provenance == Provenance.None ? null : Lower(provenance);

    public static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();

    public static string? Flag(bool? flag) => flag switch { true => "true", false => "false", null => null };

    public static string? List(IEnumerable<string> ids) => string.Join(',', ids) is { Length: > 0 } list ? list : null;

    private void Read(string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Read(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                }
                break;
            case JsonValueKind.Array when element.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String):
                var ids = element.EnumerateArray().Select(e => e.GetString()!);

                // These two are sets; the other lists have an order.
                this[path] = List(path is "site_ids" or "categories" ? ids.Order(StringComparer.Ordinal) : ids);
                break;
            case JsonValueKind.Array:
                foreach (var (n, item) in element.EnumerateArray().Index()) Read($"{path}[{n}]", item);
                break;
            case JsonValueKind.Number:
                this[path] = element.GetDecimal().ToString("0.##########", CultureInfo.InvariantCulture);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                this[path] = Flag(element.GetBoolean());
                break;
            case JsonValueKind.String:
                this[path] = element.GetString();
                break;
        }
    }
}
