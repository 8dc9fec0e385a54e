namespace DefenseCoop.Data.Fields;

/// <summary>What a field takes, and so how it is shown.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Paragraph,

    /// <summary>A day, a month, a quarter, a half-year or a year: 2025-06-11, 2025-03, 2025-Q3, 2025-H1, 1972.</summary>
    PartialDate,

    /// <summary>A partial date, a range, or words where the box behind it is ticked.</summary>
    Period,

    Number,
    WholeNumber,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options, by their values, one a line.</summary>
    Choices,

    /// <summary>Codes of sources, one a line.</summary>
    Sources,

    /// <summary>A box to tick: <see cref="FieldSpec.Ticked"/> or nothing.</summary>
    Box,
}

/// <summary>One value that a choice offers.</summary>
public sealed record FieldOption(string Value, string Words);

/// <summary>One field of a form. Its value is text, exactly as typed; the empty text stands for nothing.</summary>
/// <param name="Name">Identifies it within the form; part of names in HTML.</param>
/// <param name="Label">In words.</param>
/// <param name="Kind">What it takes.</param>
public sealed record FieldSpec(string Name, string Label, FieldKind Kind)
{
    /// <summary>The value of a box that is ticked.</summary>
    public const string Ticked = "yes";

    /// <summary>Before the names of the fields of a source that is added in place.</summary>
    public const string NewSource = "NewSource.";

    /// <summary>In a field of sources, the source that is added in place.</summary>
    public const string NewSourceCode = "new";

    /// <summary>What to write, and in which form.</summary>
    public string? Help { get; init; }

    public bool Required { get; init; }

    /// <summary>What a person is told who left it empty where it is required.</summary>
    public string Missing => Domain.Guard.Missing(Label, Kind is FieldKind.Choice or FieldKind.Choices ? "Choose" : "Enter");

    /// <summary>Characters; null where the kind sets the limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Of a number: in which it is kept; null where it has none, or where another field says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Of a number: the field that says its unit. Of a period: the box that says that there is no date.</summary>
    public string? Beside { get; init; }

    /// <summary>For choices.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Heading of the group of fields that it stands in; fields of one group follow each other.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether its group is only sometimes needed, and folded while nothing stands in it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Values that say no more than an empty field does: what is so alone does not open a folded group.</summary>
    public IReadOnlyList<string> Usual { get; init; } = [];

    /// <summary>Of sources: the field whose sources can be taken over here, with its name in words.</summary>
    public FieldOption? SameAs { get; init; }

    /// <summary>Whether it says how what is recorded follows from its sources.</summary>
    public bool IsProvenance { get; init; }

    /// <summary>Whether it belongs to the source that is added in place, and is shown where that is cited.</summary>
    public bool IsOfNewSource => Name.StartsWith(NewSource, StringComparison.Ordinal);
}

/// <summary>One form: a kind of record to create or change, or one thing to do with it.</summary>
/// <param name="Name">In addresses: <c>milestone</c>, <c>reading</c>, <c>initiative-cancel</c>.</param>
/// <param name="Noun">What it is about: "milestone".</param>
/// <param name="Fields">In their order.</param>
public sealed record FormSpec(string Name, string Noun, IReadOnlyList<FieldSpec> Fields)
{
    /// <summary>What the button says: "Save milestone", "Withdraw reading".</summary>
    public required string Verb { get; init; }

    /// <summary>One sentence on what the form does.</summary>
    public required string Lede { get; init; }

    /// <summary>What is done here, in two or three words: "New reading", "Edit milestone", "Call off".</summary>
    public required string Act { get; init; }

    /// <summary>The form of a record whose numbers are kept in a unit.</summary>
    public FormSpec In(string? unit) => unit is null ? this
        : this with
        {
            Fields = [.. Fields.Select(f => f is { Kind: FieldKind.Number, Unit: null, Beside: null } ? f with { Unit = unit } : f)],
        };
}
