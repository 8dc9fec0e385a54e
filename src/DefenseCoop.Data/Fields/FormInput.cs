using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields;

/// <summary>What a person typed into a form, what of it is new, and all that is wrong with it.</summary>
internal sealed class FormInput
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly HashSet<string> _changed;
    private readonly List<FieldProblem> _problems = [];
    private readonly List<FieldProblem> _doubts = [];
    private readonly List<string> _remarks = [];

    /// <param name="spec">The form.</param>
    /// <param name="values">As typed; what is missing is empty.</param>
    /// <param name="stored">As stored; null for a new record, of which everything is new.</param>
    /// <param name="isWhole">Whether it is the form of the whole record, of which only what differs is written. Of a form
    /// that does one thing with a record, everything is.</param>
    public FormInput(
        FormSpec spec, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? stored, bool isWhole = true)
    {
        _values = values;
        IsNew = stored is null;
        _changed = [.. spec.Fields
            .Where(f => stored is null || !isWhole || !FieldText.IsSame(f.Kind, Text(f.Name), stored.GetValueOrDefault(f.Name, "")))
            .Select(f => f.Name)];
    }

    /// <summary>Whether the record is being made.</summary>
    public bool IsNew { get; }

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>What can be right and is probably a slip of the keyboard: said once before it is saved.</summary>
    public IReadOnlyList<FieldProblem> Doubts => _doubts;

    /// <summary>What it comes to that the person may not expect.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The source that the person adds with the form; null where they add none.</summary>
    public Source? NewSource { get; set; }

    /// <summary>Whether a field names <see cref="NewSource"/> already.</summary>
    public bool IsNewSourceCited { get; set; }

    public string Text(string field) => _values.GetValueOrDefault(field) ?? "";

    public bool IsChanged(string field) => _changed.Contains(field);

    public bool HasProblem(string field) => _problems.Any(p => p.Field == field);

    public void Refuse(string field, string message) => _problems.Add(new FieldProblem(field, message));

    /// <summary>What was as it is before is not held against who changes something else.</summary>
    public void Refuse(Inconsistency found)
    {
        if (found.Fields.Any(IsChanged) && !found.Fields.Any(HasProblem)) Refuse(found.Fields[0], found.Words);
    }

    public void Doubt(string field, string message) => _doubts.Add(new FieldProblem(field, message));

    public void Remark(string sentence) => _remarks.Add(sentence);

    /// <summary>Does something with a field; what it refuses is a problem of the field.</summary>
    public async Task TryAsync(string field, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RefusedException e)
        {
            Refuse(field, e.Message);
        }
    }
}
