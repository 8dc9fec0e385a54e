namespace DefenseCoop.Domain.History;

/// <summary>How kinds of record and what happens to them read in a sentence and in an address.</summary>
public static class RecordWords
{
    public static string One(RecordKind kind) => RecordDescriptors.Of(kind).One;

    public static string Many(RecordKind kind) => RecordDescriptors.Of(kind).Many;

    /// <summary>Whether pages show what it is called alone.</summary>
    public static bool HidesCode(RecordKind kind) => RecordDescriptors.Of(kind).HidesCode;

    /// <summary>At the beginning of a line.</summary>
    public static string Title(RecordKind kind)
    {
        var words = One(kind);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    /// <summary>"3 milestones", "1 reading".</summary>
    public static string Count(int count, RecordKind kind) => Words.Count(count, One(kind), Many(kind));

    public static string Of(ChangeAction action) => action.ToString().ToLowerInvariant();

    /// <summary>The kind in an address: <c>spending-figure</c>.</summary>
    public static string Slug(RecordKind kind) => RecordDescriptors.Of(kind).Slug;

    /// <summary>Null for what is no kind in an address.</summary>
    public static RecordKind? Kind(string slug) => RecordDescriptors.Named(slug)?.Kind;
}
