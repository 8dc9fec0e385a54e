using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Fields;

/// <summary>Where the options of a choice come from that are records themselves.</summary>
internal enum OptionSource
{
    None,
    Categories,
    Organizations,
    Sites,
    Agreements,
    Outcomes,
    FocusAreas,

    /// <summary>Of the record itself, which the form knows.</summary>
    Own,
}

/// <summary>A field as the program has it: what people see, and where its options come from.</summary>
internal sealed record FormField(FieldSpec Spec, OptionSource Source = OptionSource.None)
{
    public string Name => Spec.Name;
}

/// <summary>When a part of a form is there.</summary>
internal enum PartUse
{
    /// <summary>To be filled in.</summary>
    Form,

    /// <summary>Only to be read, in the history of the record.</summary>
    History,

    /// <summary>Not shown; a change of it by somebody else is brought to the person's eyes before they save.</summary>
    Watched,
}

/// <summary>One field of a record, or a few that are read and written together.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class FormPart<T>
{
    public required IReadOnlyList<FormField> Fields { get; init; }

    public PartUse Use { get; init; }

    /// <summary>Whether there is anything to write.</summary>
    public virtual bool IsTouched(FormInput input) => Fields.Any(f => input.IsChanged(f.Name));

    public abstract void Read(T record, FormScope scope, IDictionary<string, string> values);

    /// <summary>Writes to the record what was typed, or refuses it.</summary>
    public abstract Task WriteAsync(T record, FormInput input, FormScope scope);

    /// <summary>What the record, as it is written, comes to and a person may not expect; null where that is nothing.</summary>
    public virtual string? Remark(T record) => null;
}

/// <summary>One field with its two ways.</summary>
/// <param name="read">The stored value as text.</param>
/// <param name="write">Stores what was typed, or throws.</param>
internal sealed class FieldPart<T>(Func<T, FormScope, string> read, Func<T, string, FormScope, Task>? write) : FormPart<T>
{
    public override void Read(T record, FormScope scope, IDictionary<string, string> values) => values[Fields[0].Name] = read(record, scope);

    public override Task WriteAsync(T record, FormInput input, FormScope scope)
    {
        var field = Fields[0].Spec;
        var typed = input.Text(field.Name);
        if (write is null) return Task.CompletedTask;
        if (field.Required && TypedText.IsBlank(typed))
        {
            input.Refuse(field.Name, field.Missing);
            return Task.CompletedTask;
        }

        return input.TryAsync(field.Name, () => write(record, typed, scope));
    }
}
