using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>A form of what administrators keep for all initiatives: categories, organizations and sites.</summary>
/// <param name="descriptor">Of the kind.</param>
/// <param name="right">What it takes.</param>
internal abstract class ReferenceForm<T>(RecordDescriptor descriptor, Right right) : RecordType<T> where T : class
{
    /// <summary>The field of the short name, which is chosen once and stands in addresses.</summary>
    protected const string ShortName = "ShortName";

    protected const string FirstGroup = "What it is";

    public override string Name => descriptor.Slug;

    public override RecordKind Kind => descriptor.Kind;

    public override Right Right => right;

    /// <summary>Characters of a short name, and one to show what is meant.</summary>
    protected abstract (int Max, string Example) Names { get; }

    protected override FieldSpec CodeSpec => new(ShortName, "Short name", FieldKind.Line)
    {
        Required = true, MaxLength = Names.Max, Group = FirstGroup,
        Help = $"For addresses, such as {Names.Example}. It cannot be changed later.",
    };

    public override bool ComesBack => true;

    public override string Lede(bool isNew) => isNew
        ? base.Lede(isNew)
        : "What is changed here shows on every page at once, for past days, too. Who changed it, when and why stays in the history.";

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of) => of is not null
        ? null
        : new($"New {Noun}", new(Kind, null), await ProposedAsync(scope));

    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> BesideAsync(FormScope scope, FormKey key) =>
        key.Code is not { } code
            ? await base.BesideAsync(scope, key)
            : new Dictionary<string, IReadOnlyList<string>> { ["Name"] = [(await UsesAsync(scope, code)).Sentence] };

    /// <summary>What uses the record of a short name.</summary>
    public abstract Task<ReferenceUses> UsesAsync(FormScope scope, string code);

    /// <summary>What the others of its kind come to once a record is removed.</summary>
    public virtual void AfterRemoval(FormScope scope)
    {
    }

    /// <summary>The record of a short name, for the form that removes it.</summary>
    public Task<T?> RecordAsync(DefenseCoopContext db, string code, CancellationToken ct) => LoadAsync(db, code, ct);

    public string CodeOf(T record) => descriptor.Code(record);

    public string NameOf(T record) => descriptor.Title(record, []);

    public IReadOnlyList<(SubjectKind Kind, string Code)> SubjectsOf(T record) => [(descriptor.Cited!.Value, CodeOf(record))];

    protected virtual Task<Dictionary<string, string>> ProposedAsync(FormScope scope) =>
        Task.FromResult(new Dictionary<string, string> { ["Provenance"] = "confirmed" });

    protected override string Code(T record) => CodeOf(record);

    protected override string Heading(T record) => NameOf(record);

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(T record) => SubjectsOf(record);

    protected override async Task<string> CodeAsync(FormScope scope, string typed)
    {
        var code = Guard.Address(typed, Names.Max, ShortName);
        if (await RecordAsync(scope.Db, code, scope.Ct) is not null)
        {
            throw new InvalidInputException($"There is another {Noun} with this short name: use that one, or write another name.");
        }

        // They stand on pages beside records of other kinds.
        return await Codes.TakenAsync(scope.Db, code, scope.Ct) is { } taken ? throw new InvalidInputException(taken.Refusal(Noun)) : code;
    }

    /// <summary>The record's own fact.</summary>
    protected Origin<T> From(Func<T, Attribution> read, Action<T, Attribution> write, params string[] values) =>
        new("", descriptor.Cited!.Value, CodeOf, read, write) { IsMain = _ => true, ValueFields = values };
}

/// <summary>Removes a category, organization or site that nothing uses.</summary>
internal sealed class ReferenceRemoveForm<T>(ReferenceForm<T> whole) : RecordType<T> where T : class
{
    public override string Name => FormNames.Remove(whole.Name);

    public override RecordKind Kind => whole.Kind;

    public override bool IsWhole => false;

    public override Right Right => whole.Right;

    public override string Verb(bool isNew) => $"Remove {Noun}";

    public override string Lede(bool isNew) =>
        "It leaves every list and filter, for past days, too, and its short name is free for another one. "
            + "The history keeps that it was there, and who removed it.";

    protected override FieldList<T> List() => new FieldList<T>()
        .Group("Remove")
        .Only(PartUse.Watched)
        .OptionalLine("Name", "Name", int.MaxValue, whole.NameOf, (_, _) => { });

    protected override Task<T?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) => whole.RecordAsync(db, code, ct);

    protected override string Code(T record) => whole.CodeOf(record);

    protected override string Heading(T record) => $"Remove the {Noun} “{whole.NameOf(record)}”?";

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(T record) => whole.SubjectsOf(record);

    protected override async Task<string?> BlockedAsync(T record, FormScope scope) =>
        await whole.UsesAsync(scope, Code(record)) is { Any: true } uses ? $"{uses.Sentence} Only what nothing uses can be removed." : null;

    protected override void Apply(T record, FormScope scope)
    {
        foreach (var (kind, code) in Subjects(record)) scope.RemoveCitations(kind, code);
        scope.Db.Remove(record);
        whole.AfterRemoval(scope);
    }
}

/// <summary>The forms of all three kinds.</summary>
internal static class ReferenceForms
{
    public static IReadOnlyList<FormType> All { get; } = [.. Of(new CategoryForm()), .. Of(new OrganizationForm()), .. Of(new SiteForm())];

    private static FormType[] Of<T>(ReferenceForm<T> form) where T : class => [form, new ReferenceRemoveForm<T>(form)];
}
