using System.Globalization;
using System.Text.Json;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

/// <summary>What the file says of itself: kept whole, whatever its shape, as a list of paths and texts.</summary>
internal static class NoteMapping
{
    public static void Map(StarterSections sections, StarterDraft draft)
    {
        if (sections.Object("meta") is { } meta) Flatten(draft, "", meta);
    }

    private static void Flatten(StarterDraft draft, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject()) Flatten(draft, Join(path, member.Name), member.Value);
                break;
            case JsonValueKind.Array:
                var number = 0;
                foreach (var item in element.EnumerateArray())
                {
                    number++;
                    Flatten(draft, Join(path, number.ToString(CultureInfo.InvariantCulture)), item);
                }

                break;
            default:
                var text = element.ToString();
                if (string.IsNullOrWhiteSpace(text)) break;
                var notes = draft.Content.Notes;
                draft.Try(new Place("meta", Id: path), () => notes.Add(DataSetNote.Create(path, text, notes.Count)));
                break;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
