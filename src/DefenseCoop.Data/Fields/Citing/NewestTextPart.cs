using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>What a text says, as it was typed and read.</summary>
/// <param name="Sources">The texts; one at least.</param>
/// <param name="Day">For which it speaks.</param>
/// <param name="Says">Which of the choices.</param>
/// <param name="On">The day on which that happened, where it gives one.</param>
internal sealed record NewestText(IReadOnlyList<Source> Sources, PartialDate Day, string Says, PartialDate? On);

/// <summary>The short form "What does the newest text say?": the text first, then its day, what it says, and a note.</summary>
/// <param name="note">What is noted of the record.</param>
/// <param name="write">Stores what the text says, or refuses it at a field.</param>
/// <param name="setNote">Stores the note, or throws.</param>
internal sealed class NewestTextPart<T>(
    Func<T, string?> note, Func<T, NewestText, FormInput, FormScope, Task> write, Action<T, string> setNote)
    : FormPart<T>
{
    public const string SourcesField = "NewestSources";
    public const string DayField = "TextDay";
    public const string SaysField = "Says";
    public const string OnField = "HappenedOn";
    private const string NoteField = "Note";

    public static IReadOnlyList<FormField> AllFields(int maxNote) =>
    [
        new(new FieldSpec(SourcesField, "Which text", FieldKind.Sources)
        {
            Group = "The newest text", Help = "It is added to the sources of the record.",
        }),
        new(new FieldSpec(DayField, "The day that it speaks for", FieldKind.PartialDate)
        {
            Group = "The newest text", Help = "Left empty, the day on which it was published.",
        }),
        new(new FieldSpec(SaysField, "It says", FieldKind.Choice) { Group = "What it says", Required = true }, OptionSource.Own),
        new(new FieldSpec(OnField, "When that happened", FieldKind.PartialDate)
        {
            Group = "What it says", Help = "Only for what happened on a day that the text gives.",
        }),
        new(new FieldSpec(NoteField, "Note", FieldKind.Paragraph) { Group = "What it says", MaxLength = maxNote }),
    ];

    public override bool IsTouched(FormInput input) => true;

    public override void Read(T record, FormScope scope, IDictionary<string, string> values)
    {
        foreach (var field in Fields) values[field.Name] = "";
        values[NoteField] = note(record) ?? "";
    }

    public override async Task WriteAsync(T record, FormInput input, FormScope scope)
    {
        var sources = await CitedSources.ChosenAsync(SourcesField, isMain: true, input, scope);
        if (sources.Count == 0 && !input.HasProblem(SourcesField) && !NewSourcePart.HasProblem(input))
        {
            input.Refuse(SourcesField, "Name the text: find it, or add it as a new source.");
        }

        var (day, on) = (await DateAsync(DayField), await DateAsync(OnField));
        if (day is null && !input.HasProblem(DayField) && sources.Count > 0)
        {
            day = sources.Select(s => s.Published ?? (s.ReadOn is { } read ? PartialDate.OfDay(read) : null))
                .OfType<PartialDate>().OrderByDescending(d => d.LastDay).Select(d => (PartialDate?)d).FirstOrDefault();
            if (day is null)
            {
                input.Refuse(DayField, "The text has no date: write the day that it speaks for, and on which day it was read.");
            }
        }

        var says = input.Text(SaysField).Trim();
        if (says.Length == 0) input.Refuse(SaysField, "Choose what it says.");
        await input.TryAsync(NoteField, () =>
        {
            setNote(record, input.Text(NoteField));
            return Task.CompletedTask;
        });
        if (!input.Problems.Any()) await write(record, new NewestText(sources, day!.Value, says, on), input, scope);

        async Task<PartialDate?> DateAsync(string field)
        {
            PartialDate? date = null;
            await input.TryAsync(field, () =>
            {
                date = NewSourcePart.Published(input.Text(field), scope.Today);
                return Task.CompletedTask;
            });
            return date;
        }
    }

    /// <summary>
    /// Refuses what cannot be right with what the text says, by the rules of the whole record; what else
    /// does not fit in it stood there before, and is not of this form.
    /// </summary>
    public static void Refuse(FormInput input, IEnumerable<Inconsistency> found)
    {
        foreach (var inconsistency in found)
        {
            var field = inconsistency.Fields[0] switch
            {
                "Actual" or "End" when input.Text(OnField).Trim().Length > 0 => OnField,
                "StatusAsOf" => DayField,
                _ => null,
            };
            if (field is not null && !input.HasProblem(field)) input.Refuse(field, inconsistency.Words);
        }
    }

    /// <summary>What the record rests on, once these texts are among its sources.</summary>
    public static Attribution Confirmed(Attribution before, IReadOnlyList<Citation> cited, NewestText text) => new()
    {
        Provenance = Provenance.Confirmed,
        NeedsPrimaryCheck = cited.Select(c => c.Source).Concat(text.Sources).All(s => s.Tier == SourceTier.Secondary),
        IsDerived = before.IsDerived,
        Derivation = before.Derivation,
        Note = before.Note,
    };
}

