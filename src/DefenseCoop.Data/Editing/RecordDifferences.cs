using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing;

/// <summary>One field that differs between two versions of a record, in words.</summary>
/// <param name="Label">Of the field.</param>
/// <param name="Before">Empty where there was nothing.</param>
/// <param name="After">Empty where there is nothing any more.</param>
public sealed record FieldDifference(string Label, string Before, string After);

/// <summary>Says field by field how versions of a record differ.</summary>
public sealed class RecordDifferences(IDbContextFactory<DefenseCoopContext> contexts, Chronicle chronicle, EditableRecords records)
{
    /// <summary>What one change set did to a record, in the order of its fields.</summary>
    /// <param name="kind">Of the record.</param>
    /// <param name="code">Of the record.</param>
    /// <param name="changeSetId">The change set.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>All fields with a value where the change set made the record, or removed it; none where it did not touch it.</returns>
    public async Task<IReadOnlyList<FieldDifference>> OfAsync(RecordKind kind, string code, long changeSetId, CancellationToken ct)
    {
        await using var now = await contexts.CreateDbContextAsync(ct);
        var before = await ReadAsync(now, kind, code, changeSetId - 1, ct);
        var after = await ReadAsync(now, kind, code, changeSetId, ct);
        return Between(before, after);
    }

    /// <summary>What several change sets did to a record, by their ids; each state in between is read once.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<FieldDifference>>> OfAsync(
        RecordKind kind, string code, IReadOnlyCollection<long> changeSetIds, CancellationToken ct)
    {
        await using var now = await contexts.CreateDbContextAsync(ct);
        Dictionary<long, RecordValues?> states = [];
        Dictionary<long, IReadOnlyList<FieldDifference>> differences = [];
        foreach (var id in changeSetIds.Order())
        {
            differences[id] = Between(await StateAsync(id - 1), await StateAsync(id));
        }

        return differences;

        async Task<RecordValues?> StateAsync(long id)
        {
            if (!states.TryGetValue(id, out var state)) states[id] = state = await ReadAsync(now, kind, code, id, ct);
            return state;
        }
    }

    /// <summary>How two versions differ; null stands for a record that is not there.</summary>
    public static IReadOnlyList<FieldDifference> Between(RecordValues? before, RecordValues? after) =>
    [
        .. from field in (after ?? before)?.Spec.Fields ?? []
           let was = InWords(before, field.Name)
           let became = InWords(after, field.Name)
           where was != became
           select new FieldDifference(field.Label, was, became),
    ];

    /// <summary>A value as people read it.</summary>
    private static string InWords(RecordValues? record, string name)
    {
        if (record?.Spec.Fields.FirstOrDefault(f => f.Name == name) is not { } field) return "";
        var text = record.Values.GetValueOrDefault(name, "");
        if (text.Length == 0) return "";
        return field.Kind switch
        {
            FieldKind.Choice => Option(field, text),
            FieldKind.Choices => string.Join(", ", FieldText.Lines(text).Select(value => Option(field, value))),
            FieldKind.Sources => string.Join("\n", FieldText.Lines(text)),
            FieldKind.PartialDate => PartialDate.TryParse(text, out var date) ? date.ToDisplay() : text,
            FieldKind.Period => Period.Parse(text).ToDisplay(),

            // A whole number without a unit may be a year.
            FieldKind.WholeNumber when field.Unit is null => text,
            FieldKind.Number or FieldKind.WholeNumber => FieldText.Number(text) is { } number ? Domain.Words.Of(number) : text,
            _ => text,
        };
    }

    private static string Option(FieldSpec field, string value) => field.Options.FirstOrDefault(o => o.Value == value)?.Words ?? value;

    private async Task<RecordValues?> ReadAsync(
        DefenseCoopContext now, RecordKind kind, string code, long changeSetId, CancellationToken ct)
    {
        if (await ChangeSetTimes.AtAsync(now, changeSetId, ct) is not { } at) return null;
        await using var then = await chronicle.OpenAsync(at, ct);
        return await records.ReadAsync(then, kind, code, ct) is { } record ? await WithTitlesAsync(then, record, ct) : null;
    }

    /// <summary>Sources are known to people by their titles, as they were then.</summary>
    private static async Task<RecordValues> WithTitlesAsync(DefenseCoopContext then, RecordValues record, CancellationToken ct)
    {
        var cited = record.Spec.Fields.Where(f => f.Kind == FieldKind.Sources)
            .Select(f => (f.Name, Codes: FieldText.Lines(record.Values.GetValueOrDefault(f.Name, "")).ToList()))
            .Where(f => f.Codes.Count > 0).ToList();
        if (cited.Count == 0) return record;
        var codes = cited.SelectMany(f => f.Codes).Distinct().ToList();
        var titles = await then.Sources.Where(s => EF.Parameter(codes).Contains(s.Code)).ToDictionaryAsync(s => s.Code, s => s.Title, ct);
        var values = new Dictionary<string, string>(record.Values);
        foreach (var (name, of) in cited)
        {
            values[name] = string.Join("\n", of.Select(c => titles.TryGetValue(c, out var title) ? $"{title} ({c})" : c));
        }
        return record with { Values = values };
    }
}
