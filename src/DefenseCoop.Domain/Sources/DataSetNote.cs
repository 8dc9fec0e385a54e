using DefenseCoop.Domain.History;

namespace DefenseCoop.Domain.Sources;

/// <summary>
/// What the compilers of the data say about it as a whole: the day it was compiled on, its caveats, what its words mean.
/// </summary>
public sealed class DataSetNote
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<DataSetNote>(
        RecordKind.Note, "note on the data", n => n.Key, n => n.Text)
    {
        HasCodesApart = true,
        HidesCode = true,
        Many = "notes on the data",
        Slug = "note",
        WhyNoForm = "comes with the starter data; nothing changes it yet",
        Pages = RecordPages.Method,
    };

    public const int MaxKey = 100;
    public const int MaxText = 1000;

    public int Id { get; private set; }

    /// <summary>Path of the statement, such as <c>compiled_on</c>, <c>caveats.1</c> or <c>source_tiers.3</c>.</summary>
    public string Key { get; private init => field = Guard.Text(value, MaxKey, "note key"); } = "";

    public string Text { get; private init => field = Guard.Text(value, MaxText, "note text"); } = "";

    public int Position { get; private init; }

    private DataSetNote()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static DataSetNote Create(string key, string text, int position = 0) => new() { Key = key, Text = text, Position = position };
}
