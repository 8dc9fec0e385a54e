using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields;

/// <summary>A form for one kind of record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class RecordType<T> : FormType where T : class
{
    /// <summary>Stands for a code that is refused, so that the other fields are still checked.</summary>
    private const string NoCode = "?";

    private readonly Lazy<IReadOnlyList<FormPart<T>>> _parts;

    protected RecordType() => _parts = new(() => List().Parts);

    /// <summary>Characters of the code that people give a new record; null where the program gives it.</summary>
    protected virtual int? MaxCode => null;

    protected virtual string CodeHelp => "Letters, digits and . _ - only. Left empty, one is made.";

    /// <summary>The field in which people name a new record; null where the program names it.</summary>
    protected virtual FieldSpec? CodeSpec => MaxCode is not { } max ? null : new FieldSpec("Code", "Code", FieldKind.Line)
    {
        MaxLength = max, Help = CodeHelp, Group = FieldList<T>.MoreGroup, IsFolded = true,
    };

    /// <summary>What its fields say that cannot all be right.</summary>
    /// <param name="record">As it is written so far.</param>
    /// <param name="today">The day of whoever writes it.</param>
    protected virtual IEnumerable<Inconsistency> Inconsistencies(T record, DateOnly today) => [];

    private IReadOnlyList<FormPart<T>> Parts => _parts.Value;

    /// <summary>A source is evidence: who may not record any cites those that are there.</summary>
    private bool AddsSources => Right == Right.RecordEvidence
        && Parts.Any(p => p.Use == PartUse.Form && p.Fields.Any(f => f.Spec.Kind == FieldKind.Sources));

    public override IReadOnlyList<FormField> Fields(SpecUse use) =>
    [
        .. use == SpecUse.New && CodeSpec is { IsFolded: false } first ? [new FormField(first)] : Array.Empty<FormField>(),
        .. Parts.Where(
            p => p.Use == PartUse.Form || (p.Use, use) is (PartUse.History, SpecUse.History) or (PartUse.Watched, SpecUse.Compared))
            .SelectMany(p => p.Fields).Where(f => f.Spec.Kind != FieldKind.Box || use != SpecUse.History).OrderBy(f => f.Spec.IsFolded),
        .. use == SpecUse.New && CodeSpec is { IsFolded: true } last ? [new FormField(last)] : Array.Empty<FormField>(),
        .. AddsSources && use is (SpecUse.New or SpecUse.Existing) ? NewSourcePart.Fields.Select(f => new FormField(f)) : [],
    ];

    public override string Verb(bool isNew) => isNew ? $"Add {Noun}" : $"Save {Noun}";

    public override string Lede(bool isNew) => isNew
        ? $"The new {Noun} is on record from the moment you save it; everybody can see who added it."
        : "Every change is kept with who made it, when and why; nothing that stood before is lost.";

    public override async Task<OpenRecord?> FindAsync(FormScope scope, string code)
    {
        if (await LoadAsync(scope.Db, code, scope.Ct) is not { } record) return null;
        await scope.ReadCitationsAsync(Subjects(record));
        return new Opened(this, record, scope, await BlockedAsync(record, scope));
    }

    public override Task<Proposal?> ProposeAsync(FormScope scope, string? of) => Task.FromResult<Proposal?>(null);

    public override async Task<OpenRecord?> CreateAsync(FormScope scope, string? of, FormInput input)
    {
        var code = await CodeAsync(scope, of, input);
        return await StartAsync(scope, of, code, input) is { } record ? new Opened(this, record, scope, null) : null;
    }

    /// <summary>The parts of the form.</summary>
    protected abstract FieldList<T> List();

    /// <summary>The record with all that its fields read, tracked.</summary>
    protected abstract Task<T?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct);

    protected abstract string Code(T record);

    protected abstract string Heading(T record);

    /// <summary>The record with what it belongs to.</summary>
    protected virtual RecordReference Reference(T record) => new(Kind, Code(record));

    /// <summary>Under which names its facts are cited.</summary>
    protected virtual IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(T record) => [];

    protected virtual string? Blocked(T record) => null;

    /// <summary>Like the other, for what other records say of it.</summary>
    protected virtual Task<string?> BlockedAsync(T record, FormScope scope) => Task.FromResult(Blocked(record));

    /// <summary>Code of what it belongs to, for kinds that come back.</summary>
    protected virtual string? Of(T record) => null;

    /// <summary>What the form does beyond its fields.</summary>
    protected virtual void Apply(T record, FormScope scope)
    {
    }

    /// <summary>The unit of its numbers; null where it has none, or its own field says it.</summary>
    protected virtual string? UnitOf(T record) => null;

    /// <summary>Notes what is probably a slip of the keyboard.</summary>
    protected virtual Task DoubtAsync(T record, FormInput input, FormScope scope) => Task.CompletedTask;

    /// <summary>A record to write to, added to the context; null where what it belongs to is not there.</summary>
    protected virtual Task<T?> StartAsync(FormScope scope, string? of, string code, FormInput input) => Task.FromResult<T?>(null);

    /// <summary>The code of a record for which none was typed; null where one must be.</summary>
    protected virtual Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) => Task.FromResult<string?>(null);

    private async Task<string> CodeAsync(FormScope scope, string? of, FormInput input)
    {
        var field = CodeSpec;
        var typed = field is null ? "" : input.Text(field.Name).Trim();
        if (field is null || typed.Length == 0)
        {
            if (await MakeCodeAsync(scope, of, input) is { } made) return made;
            if (field is not null && (field.Required || !input.Problems.Any())) input.Refuse(field.Name, field.Missing);
            return NoCode;
        }

        var code = NoCode;
        await input.TryAsync(field.Name, async () => code = await CodeAsync(scope, typed));
        return code;
    }

    /// <summary>The code of a new record, as people typed it.</summary>
    /// <exception cref="InvalidInputException">It can be no code, or another record has it.</exception>
    protected virtual async Task<string> CodeAsync(FormScope scope, string typed)
    {
        if (Codes.Problem(typed, MaxCode!.Value) is { } problem) throw new InvalidInputException(problem);
        return await Codes.TakenAsync(scope.Db, typed, scope.Ct) is { } taken
            ? throw new InvalidInputException(taken.Refusal(Noun))
            : typed;
    }

    private sealed class Opened(RecordType<T> type, T record, FormScope scope, string? blocked) : OpenRecord
    {
        public override string Code => type.Code(record);

        public override string Heading => type.Heading(record);

        public override RecordReference Reference => type.Reference(record);

        public override string? Blocked => blocked;

        public override string? Of => type.Of(record);

        public override string? Unit => type.UnitOf(record);

        public override Dictionary<string, string> Read()
        {
            Dictionary<string, string> values = [];
            foreach (var part in type.Parts) part.Read(record, scope, values);
            return values;
        }

        public override async Task WriteAsync(FormInput input)
        {
            foreach (var part in type.Parts)
            {
                if (part.Use == PartUse.Form && part.IsTouched(input)) await part.WriteAsync(record, input, scope);
            }

            foreach (var found in type.Inconsistencies(record, scope.Today)) input.Refuse(found);
            if (input.Problems.Count > 0) return;
            foreach (var remark in type.Parts.Where(p => p.Use == PartUse.Form).Select(p => p.Remark(record)).OfType<string>())
            {
                input.Remark(remark);
            }
            await type.DoubtAsync(record, input, scope);
            type.Apply(record, scope);
        }
    }
}
