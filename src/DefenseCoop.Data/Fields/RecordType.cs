using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields;

/// <summary>A form for one kind of record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal abstract class RecordType<T> : FormType where T : class
{
    private const string CodeField = "Code";

    /// <summary>Stands for a code that is refused, so that the other fields are still checked.</summary>
    private const string NoCode = "?";

    private readonly Lazy<IReadOnlyList<FormPart<T>>> _parts;

    protected RecordType() => _parts = new(() => List().Parts);

    /// <summary>Characters of the code that people give a new record; null where the program gives it.</summary>
    protected virtual int? MaxCode => null;

    protected virtual string CodeHelp => "Letters, digits and . _ - only. Left empty, one is made.";

    /// <summary>What its fields say that cannot all be right.</summary>
    /// <param name="record">As it is written so far.</param>
    /// <param name="today">The day of whoever writes it.</param>
    protected virtual IEnumerable<Inconsistency> Inconsistencies(T record, DateOnly today) => [];

    private IReadOnlyList<FormPart<T>> Parts => _parts.Value;

    private bool CitesSources => Parts.Any(p => p.Use == PartUse.Form && p.Fields.Any(f => f.Spec.Kind == FieldKind.Sources));

    public override IReadOnlyList<FormField> Fields(SpecUse use) =>
    [
        .. Parts.Where(p => p.Use == PartUse.Form || (p.Use, use) is (PartUse.History, SpecUse.History) or (PartUse.Watched, SpecUse.Compared))
            .SelectMany(p => p.Fields).Where(f => f.Spec.Kind != FieldKind.Box || use != SpecUse.History).OrderBy(f => f.Spec.IsFolded),
        .. use == SpecUse.New && MaxCode is { } max
            ? [new FormField(new FieldSpec(CodeField, "Code", FieldKind.Line) { MaxLength = max, Help = CodeHelp, Group = FieldList<T>.MoreGroup, IsFolded = true })]
            : Array.Empty<FormField>(),
        .. CitesSources && use is (SpecUse.New or SpecUse.Existing) ? NewSourcePart.Fields.Select(f => new FormField(f)) : [],
    ];

    public override string Verb(bool isNew) => isNew ? $"Add {Noun}" : $"Save {Noun}";

    public override string Lede(bool isNew) => isNew
        ? $"The new {Noun} is on record from the moment you save it; everybody can see who added it."
        : "Every change is kept with who made it, when and why; nothing that stood before is lost.";

    public override async Task<OpenRecord?> FindAsync(FormScope scope, string code)
    {
        if (await LoadAsync(scope.Db, code, scope.Ct) is not { } record) return null;
        await scope.ReadCitationsAsync(Subjects(record));
        return new Opened(this, record, scope);
    }

    public override Task<Proposal?> ProposeAsync(FormScope scope, string? of) => Task.FromResult<Proposal?>(null);

    public override async Task<OpenRecord?> CreateAsync(FormScope scope, string? of, FormInput input)
    {
        var code = await CodeAsync(scope, of, input);
        return await StartAsync(scope, of, code, input) is { } record ? new Opened(this, record, scope) : null;
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

    /// <summary>Code of what it belongs to, for kinds that can be made again when they were removed.</summary>
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
        var typed = input.Text(CodeField).Trim();
        if (MaxCode is not { } max || typed.Length == 0)
        {
            if (await MakeCodeAsync(scope, of, input) is { } made) return made;
            if (MaxCode is not null && !input.Problems.Any()) input.Refuse(CodeField, "Enter the code.");
            return NoCode;
        }

        if (Codes.Problem(typed, max) is { } problem) input.Refuse(CodeField, problem);
        else if (await Codes.TakenAsync(scope.Db, typed, scope.Ct) is { } taken) input.Refuse(CodeField, taken.Refusal(Noun));
        else return typed;
        return NoCode;
    }

    private sealed class Opened(RecordType<T> type, T record, FormScope scope) : OpenRecord
    {
        public override string Code => type.Code(record);

        public override string Heading => type.Heading(record);

        public override RecordReference Reference => type.Reference(record);

        public override string? Blocked => type.Blocked(record);

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
            foreach (var remark in type.Parts.Where(p => p.Use == PartUse.Form).Select(p => p.Remark(record)).OfType<string>()) input.Remark(remark);
            await type.DoubtAsync(record, input, scope);
            type.Apply(record, scope);
        }
    }
}
