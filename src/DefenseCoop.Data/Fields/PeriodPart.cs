using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Typing;

namespace DefenseCoop.Data.Fields;

/// <summary>A period, with the box by which a person says that the source gives no date: only then words are one.</summary>
/// <param name="read">The stored period.</param>
/// <param name="write">Stores it.</param>
/// <param name="remark">What words in place of a date come to; null where that is nothing.</param>
/// <param name="kind">Name of the field that says whether the value is an estimate; null where there is none.</param>
internal sealed class PeriodPart<T>(Func<T, Period?> read, Action<T, Period?> write, string? remark, string? kind) : FormPart<T>
{
    public override void Read(T record, FormScope scope, IDictionary<string, string> values)
    {
        var period = read(record);
        values[Fields[0].Name] = FieldText.Of(period);
        values[Fields[1].Name] = period is { FirstDay: null } ? FieldSpec.Ticked : "";
    }

    public override Task WriteAsync(T record, FormInput input, FormScope scope)
    {
        var (field, isInWords) = (Fields[0].Spec, input.Text(Fields[1].Name) == FieldSpec.Ticked);
        var typed = input.Text(field.Name);
        if (field.Required && TypedText.IsBlank(typed))
        {
            input.Refuse(field.Name, field.Missing);
            return Task.CompletedTask;
        }

        return input.TryAsync(field.Name, () =>
        {
            write(record, FieldText.Period(typed, isInWords, kind is not null && input.Text(kind).Trim() == nameof(ReadingKind.Estimate)));
            return Task.CompletedTask;
        });
    }

    public override string? Remark(T record) => read(record) is { FirstDay: null } ? remark : null;
}
