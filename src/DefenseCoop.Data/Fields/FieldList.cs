using System.Globalization;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Data.Fields;

/// <summary>Lists the parts of a form, one call each, in the order in which people see them.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class FieldList<T>
{
    /// <summary>Heading of what is rarely needed, after everything else.</summary>
    public const string MoreGroup = "More";

    private const string DateHelp = "As exact as it is known: 14 Mar 2025, Mar 2025, Q1 2025, H1 2025 or 2025.";

    private readonly List<FormPart<T>> _parts = [];
    private string _group = "";
    private bool _isFolded;
    private PartUse _use;

    public IReadOnlyList<FormPart<T>> Parts => _parts;

    /// <summary>Heading of the fields that follow.</summary>
    public FieldList<T> Group(string heading)
    {
        _group = heading;
        _isFolded = false;
        _use = PartUse.Form;
        return this;
    }

    /// <summary>Heading of fields that are only sometimes needed.</summary>
    public FieldList<T> Folded(string heading)
    {
        Group(heading);
        _isFolded = true;
        return this;
    }

    /// <summary>Fields that are rarely needed.</summary>
    public FieldList<T> More() => Folded(MoreGroup);

    /// <summary>When the fields that follow are there.</summary>
    public FieldList<T> Only(PartUse use)
    {
        _use = use;
        return this;
    }

    public FieldList<T> Line(string name, string label, int max, Func<T, string?> read, Action<T, string> write, string? help = null) =>
        Add(
            new(name, label, FieldKind.Line) { MaxLength = max, Required = true, Help = help },
            read,
            (r, text) => write(r, Guard.Line(text, max, name, label)));

    public FieldList<T> OptionalLine(
        string name, string label, int max, Func<T, string?> read, Action<T, string?> write, string? help = null) =>
            Add(
                new(name, label, FieldKind.Line) { MaxLength = max, Help = help },
                read,
                (r, text) => write(r, Guard.OptionalLine(text, max, name, label)));

    public FieldList<T> Paragraph(
        string name, string label, int max, Func<T, string?> read, Action<T, string> write, string? help = null) =>
            Add(
                new(name, label, FieldKind.Paragraph) { MaxLength = max, Required = true, Help = help },
                read,
                (r, text) => write(r, Guard.Paragraph(text, max, name, label)));

    public FieldList<T> OptionalParagraph(
        string name, string label, int max, Func<T, string?> read, Action<T, string?> write, string? help = null) =>
            Add(
                new(name, label, FieldKind.Paragraph) { MaxLength = max, Help = help },
                read,
                (r, text) => write(r, Guard.OptionalParagraph(text, max, name, label)));

    public FieldList<T> Date(
        string name, string label, Func<T, PartialDate?> read, Action<T, PartialDate?> write, string? help = null, bool required = false) =>
            Add(
                new(name, label, FieldKind.PartialDate) { Required = required, Help = help ?? DateHelp },
                r => FieldText.Of(read(r)),
                (r, text) => write(r, FieldText.Date(text)));

    /// <summary>Like <see cref="Date"/>, of what has happened: today at the latest.</summary>
    public FieldList<T> PastDate(
        string name, string label, Func<T, PartialDate?> read, Action<T, PartialDate?> write, string? help = null, bool required = false) =>
            Custom(
                new FormField(new(name, label, FieldKind.PartialDate) { Required = required, Help = help ?? DateHelp }),
                (r, _) => FieldText.Of(read(r)),
                (r, text, scope) =>
                {
                    var date = FieldText.Date(text);
                    if (date?.FirstDay > scope.Today)
                    {
                        throw new InvalidInputException(
                            $"{date.Value.ToDisplay()} has not come yet: write a day up to today, {Words.Of(scope.Today)}.");
                    }
                    write(r, date);
                    return Task.CompletedTask;
                });

    /// <param name="remark">What words in place of a date come to.</param>
    /// <param name="kind">The field that says whether the value is an estimate.</param>
    public FieldList<T> Period(
        string name, string label, bool required, Func<T, Period?> read,
        Action<T, Period?> write, string? remark = null, string? kind = null)
    {
        var box = $"{name}InWords";
        FieldSpec[] specs =
        [
            new(name, label, FieldKind.Period)
            {
                Required = required,
                MaxLength = Domain.Schedule.Period.MaxLength,
                Beside = box,
                Help = "As exact as the source gives it: 14 Mar 2025, Mar 2025, Q1 2025, H1 2025, 2025, or a range such as 2018–2021.",
            },
            new(box, "The source gives no date", FieldKind.Box)
            {
                Help = "Then the words of the source are kept in its place, and no day counts.",
            },
        ];
        return Add(new PeriodPart<T>(read, write, remark, kind)
        {
            Fields = [.. specs.Select(s => new FormField(s with { Group = _group, IsFolded = _isFolded }))], Use = _use,
        });
    }

    /// <param name="unit">In which the value is kept; null where it has none.</param>
    /// <param name="unitField">The field of the same form that says it.</param>
    public FieldList<T> Number(
        string name, string label, bool required, Func<T, decimal?> read, Action<T, decimal?> write,
        string? help = null, Func<T, string?>? unit = null, string? unitField = null) =>
        Add(
            new(name, label, FieldKind.Number) { Required = required, Help = help, Beside = unitField },
            r => FieldText.Of(read(r)),
            (r, text) => write(r, FieldText.Number(text, unit?.Invoke(r))));

    public FieldList<T> WholeNumber(
        string name, string label, bool required, (int Least, int Most) range,
        Func<T, int?> read, Action<T, int?> write, string? help = null, string? unit = null) =>
        Add(
            new(name, label, FieldKind.WholeNumber) { Required = required, Help = help, Unit = unit },
            r => FieldText.Of(read(r)),
            (r, text) => write(r, FieldText.WholeNumber(text, range.Least, range.Most, unit)));

    public FieldList<T> Year(string name, string label, (int Least, int Most) range, Func<T, int> read, Action<T, int> write) =>
        Add(
            new(name, label, FieldKind.PartialDate) { Required = true, Help = "The calendar year, such as 2025." },
            r => FieldText.Of(read(r)),
            (r, text) => write(r, FieldText.Year(text) is { } year && year >= range.Least && year <= range.Most
                ? year
                : throw new InvalidInputException(
                    string.Create(CultureInfo.InvariantCulture, $"Write a year from {range.Least} to {range.Most}."))));

    /// <summary>How much a part counts beside others.</summary>
    public FieldList<T> Weight(Func<T, decimal> read, Action<T, decimal> write, string help) =>
        Number("Weight", "Weight", required: true, r => read(r), (r, weight) => write(r, Weighed(weight!.Value)), help);

    /// <summary>One of an enumeration, by its name; where nothing is chosen the usual one, if there is one.</summary>
    public FieldList<T> Choice<TEnum>(
        string name, string label, IReadOnlyList<(TEnum Value, string Words)> options, Func<T, TEnum> read, Action<T, TEnum> write,
        string? help = null, TEnum? usual = null, TEnum? plain = null)
        where TEnum : struct, Enum =>
        Add(
            new(name, label, FieldKind.Choice)
            {
                Required = usual is null,
                Help = help,
                Usual = (plain ?? usual) is { } quiet ? [quiet.ToString()] : [],
                Options = [.. options.Select(o => new FieldOption(o.Value.ToString(), o.Words))],
            },
            r => read(r).ToString(),
            (r, text) => write(r, usual is { } value && text.Trim().Length == 0 ? value : Chosen(options, text)));

    /// <summary>Only to be read.</summary>
    public FieldList<T> Shown(string name, string label, Func<T, string?> read, FieldKind kind = FieldKind.Line) => Add(
        new FieldPart<T>((r, _) => read(r) ?? "", null)
        {
            Fields = [new FormField(new(name, label, kind) { Group = _group })], Use = PartUse.History,
        });

    /// <summary>A field with ways of its own.</summary>
    public FieldList<T> Custom(FormField field, Func<T, FormScope, string> read, Func<T, string, FormScope, Task> write) =>
        Add(new FieldPart<T>(read, write)
        {
            Fields = [field with { Spec = field.Spec with { Group = _group, IsFolded = _isFolded } }], Use = _use,
        });

    /// <summary>A part with ways of its own.</summary>
    public FieldList<T> Part(FormPart<T> part) => Add(part);

    /// <summary>Where a fact comes from.</summary>
    public FieldList<T> From(Origin<T> origin) => Add(AttributionPart<T>.Of(origin, _group, _isFolded, _use));

    private static decimal Weighed(decimal weight) =>
        weight is > 0 and <= 1000
            ? weight
            : throw new InvalidInputException("A weight is above 0 and at most 1000: write 1 for what counts as much as the others.");

    private static TEnum Chosen<TEnum>(IReadOnlyList<(TEnum Value, string Words)> options, string text) where TEnum : struct, Enum
    {
        foreach (var (value, _) in options)
        {
            if (value.ToString() == text.Trim()) return value;
        }

        throw new InvalidInputException($"{FieldText.Quote(text.Trim())} is none of the choices: choose one of the list.");
    }

    private FieldList<T> Add(FieldSpec spec, Func<T, string?> read, Action<T, string> write) => Add(
        new FieldPart<T>((r, _) => read(r) ?? "", (r, text, _) =>
        {
            write(r, text);
            return Task.CompletedTask;
        })
        {
            Fields = [new FormField(spec with { Group = _group, IsFolded = _isFolded })],
            Use = _use,
        });

    private FieldList<T> Add(FormPart<T> part)
    {
        _parts.Add(part);
        return this;
    }
}
