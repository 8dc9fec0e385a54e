using System.Linq.Expressions;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.History;

/// <summary>
/// What the program knows of a kind of record, said once beside its entity: names, owners, words, citations and forms are
/// looked up here. <see cref="RecordDescriptors"/> has them all.
/// </summary>
/// <param name="kind">The kind; its name stands in hashes, and stays.</param>
/// <param name="one">How people call one of it in a sentence.</param>
public abstract class RecordDescriptor(RecordKind kind, string one)
{
    public RecordKind Kind => kind;

    /// <summary>In a sentence: "spending figure".</summary>
    public string One => one;

    public string Many { get => field ?? $"{one}s"; init; }

    /// <summary>The kind in an address, and the name of its form: <c>spending-figure</c>.</summary>
    public string Slug { get => field ?? one.Replace(' ', '-'); init; }

    /// <summary>Under which name its facts are cited; null where nothing of it is.</summary>
    public SubjectKind? Cited { get; init; }

    /// <summary>How people call facts of it where they are counted for a source: one, and several.</summary>
    public (string One, string Many) CitedWords { get => field == default ? (One, Many) : field; init; }

    /// <summary>Whether a focus area is made of it, or it is judged of one: the history of the focus area tells of it.</summary>
    public bool IsOfFocusArea { get; init; }

    /// <summary>Whether people judge or decide in it: that is no evidence, and the rules never look at it.</summary>
    public bool IsOfAssessments { get; init; }

    /// <summary>Whether the initiative that it belongs to is found by its name.</summary>
    public bool NamesItsInitiative { get; init; }

    /// <summary>Whether its code is a mark of the program's that says nothing to people: pages show what it is called alone.</summary>
    public bool HidesCode { get; init; }

    /// <summary>The pages that show something of it whatever it belongs to: a change of it concerns whoever has one open.</summary>
    public RecordPages Pages { get; init; }

    /// <summary>Where all of the kind stand, by what they belong to or who names them; null where none stands with others.</summary>
    public Func<IRecordLoader, IQueryable<RecordPlace>>? Places { get; init; }

    /// <summary>Whether the tier and the date of the sources that it cites weigh in the rules.</summary>
    public bool SourcesWeigh { get; init; }

    /// <summary>
    /// By its code, the codes of the initiatives that rules judge by it, beside that to which it belongs; null where they
    /// judge none by it.
    /// </summary>
    public Func<IRecordLoader, string, IQueryable<string>>? Judges { get; init; }

    /// <summary>By its code, the codes of the initiatives that are found by its name though it belongs to none of them.</summary>
    public Func<IRecordLoader, string, IQueryable<string>>? NamedIn { get; init; }

    /// <summary>Why people cannot fill in a form of it; null where they can.</summary>
    public string? WhyNoForm { get; init; }

    /// <summary>Whether two kinds may have the same code: it stands at no place where records of other kinds stand.</summary>
    public bool HasCodesApart { get; init; }

    /// <summary>Whether one of the kind may belong to another record; else it stands where it is named.</summary>
    public abstract bool HasOwner { get; }

    public abstract Type Entity { get; }

    public abstract string Code(object record);

    /// <summary>What it is called, by what it belongs to, in the order of <see cref="Owners"/>.</summary>
    public abstract string Title(object record, IReadOnlyList<object> owners);

    /// <summary>What it belongs to directly.</summary>
    public abstract IReadOnlyList<OwnerLink> Owners(object record);

    /// <summary>Null where there is none of that code.</summary>
    public abstract Task<object?> FindAsync(IRecordLoader loader, string wanted);

    /// <summary>The codes of all of the kind.</summary>
    public abstract IQueryable<string> Codes(IRecordLoader loader);
}

/// <inheritdoc/>
/// <param name="code">Its code or slug, one among its kind.</param>
/// <param name="title">What it is called, by what it belongs to.</param>
public sealed class RecordDescriptor<T>(
    RecordKind kind, string one, Expression<Func<T, string>> code,
    Func<T, IReadOnlyList<object>, string> title) : RecordDescriptor(kind, one)
    where T : class
{
    private readonly Func<T, string> _code = code.Compile();

    /// <param name="title">What it is called, by itself.</param>
    public RecordDescriptor(RecordKind kind, string one, Expression<Func<T, string>> code, Func<T, string> title)
        : this(kind, one, code, (record, _) => title(record))
    {
    }

    /// <summary>Null where none of the kind belongs to anything.</summary>
    public Func<T, IReadOnlyList<OwnerLink>>? OwnedBy { get; init; }

    public override bool HasOwner => OwnedBy is not null;

    public override Type Entity => typeof(T);

    public override string Code(object record) => _code((T)record);

    public override string Title(object record, IReadOnlyList<object> owners) => title((T)record, owners);

    public override IReadOnlyList<OwnerLink> Owners(object record) => OwnedBy?.Invoke((T)record) ?? [];

    public override Task<object?> FindAsync(IRecordLoader loader, string wanted) => loader.ByCodeAsync(code, wanted);

    public override IQueryable<string> Codes(IRecordLoader loader) => loader.Rows<T>().Select(code);
}
