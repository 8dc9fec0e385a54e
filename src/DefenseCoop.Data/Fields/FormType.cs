using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Fields;

/// <summary>For what a form is shown.</summary>
internal enum SpecUse
{
    New,
    Existing,

    /// <summary>All fields of the record, to be read.</summary>
    History,

    /// <summary>What a save may write over: the fields of the form, and those behind it.</summary>
    Compared,
}

/// <summary>A new record as it is proposed.</summary>
/// <param name="Heading">What is done.</param>
/// <param name="Place">What it will belong to, or where records of its kind stand.</param>
/// <param name="Values">By field.</param>
internal sealed record Proposal(string Heading, RecordReference Place, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The unit of its numbers; null where it has none, or its own field says it.</summary>
    public string? Unit { get; init; }
}

/// <summary>A record under a form.</summary>
internal abstract class OpenRecord
{
    public abstract string Code { get; }

    public abstract string Heading { get; }

    public abstract RecordReference Reference { get; }

    /// <summary>Why it cannot be saved as it is; null where it can.</summary>
    public abstract string? Blocked { get; }

    /// <summary>Code of what it belongs to, for kinds that come back; null where it belongs to nothing.</summary>
    public abstract string? Of { get; }

    /// <summary>The unit of its numbers; null where it has none, or its own field says it.</summary>
    public abstract string? Unit { get; }

    /// <summary>All its fields as text.</summary>
    public abstract Dictionary<string, string> Read();

    /// <summary>Writes to it what is new, and notes all that is wrong.</summary>
    public abstract Task WriteAsync(FormInput input);
}

/// <summary>One form: how to find or make its record, and its fields.</summary>
internal abstract class FormType
{
    /// <summary>In addresses, one among all forms; as the kind is called there, unless the kind has several.</summary>
    public virtual string Name => RecordDescriptors.Of(Kind).Slug;

    public string Noun => RecordDescriptors.Of(Kind).One;

    public abstract RecordKind Kind { get; }

    /// <summary>Whether it shows the whole record, and is so the one by which records of its kind are read.</summary>
    public virtual bool IsWhole => true;

    /// <summary>Whether its record can be made again when it was removed.</summary>
    public virtual bool ComesBack => false;

    /// <summary>Whether people can fill it in.</summary>
    public virtual bool IsForm => true;

    /// <summary>What a person must be allowed who fills it in.</summary>
    public virtual Right Right => Right.RecordEvidence;

    /// <summary>The field that says for which day a public text speaks; null where there is none.</summary>
    public virtual string? DayField => null;

    /// <summary>Its fields; the options that are records are still to be filled in.</summary>
    public abstract IReadOnlyList<FormField> Fields(SpecUse use);

    public abstract string Verb(bool isNew);

    public abstract string Lede(bool isNew);

    /// <summary>What is done here, in two or three words.</summary>
    public virtual string Act(bool isNew) => isNew ? $"New {Noun}" : IsWhole ? $"Edit {Noun}" : Verb(isNew);

    /// <summary>The choices of <see cref="OptionSource.Own"/>.</summary>
    public virtual Task<IReadOnlyList<FieldOption>> OwnOptionsAsync(DefenseCoopContext db, string? code, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<FieldOption>>([]);

    /// <summary>What stands beside fields, by field, so that nobody has to look it up while they write.</summary>
    /// <param name="scope">Of the present.</param>
    /// <param name="key">Which form.</param>
    public virtual Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> BesideAsync(FormScope scope, FormKey key) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Null where there is no such record.</summary>
    public abstract Task<OpenRecord?> FindAsync(FormScope scope, string code);

    /// <summary>Null where no such record can be made, or what it is to belong to is not there.</summary>
    public abstract Task<Proposal?> ProposeAsync(FormScope scope, string? of);

    /// <summary>Makes a record to write to; its code is checked already. Null as for <see cref="ProposeAsync"/>.</summary>
    public abstract Task<OpenRecord?> CreateAsync(FormScope scope, string? of, FormInput input);
}
