using DefenseCoop.Data.Initiatives.Reference;

namespace DefenseCoop.Web.People.Administration.Reference.Categories;

/// <summary>The fields of a category, as a form sends them.</summary>
public sealed class CategoryInput : VersionInput
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? Place { get; set; }

    public string? Note { get; set; }

    public static CategoryInput Of(ReferenceDetails<CategoryValues> record) => new()
    {
        Name = record.Values.Name,
        Text = record.Values.Text,
        Place = record.Values.Place is { } place ? FormNumbers.Text(place) : null,
        Note = record.Values.Note,
        Version = FormNumbers.Text(record.Version),
    };

    public CategoryValues Values(IReadOnlyList<string> sources) => new(Name, Text, FormNumbers.Whole(Place), sources, Note);
}
