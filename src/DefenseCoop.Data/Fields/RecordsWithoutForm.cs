using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields;

/// <summary>How one kind of record is read that has no form here.</summary>
/// <param name="kind">Of the record.</param>
/// <param name="load">Finds it by its code.</param>
/// <param name="names">Its code, and what it is called.</param>
/// <param name="list">Its fields.</param>
/// <param name="subjects">Under which names its facts are cited.</param>
/// <param name="area">Slug of the focus area that it belongs to.</param>
internal sealed class RecordWithoutForm<T>(
    RecordKind kind,
    Func<DefenseCoopContext, string, CancellationToken, Task<T?>> load,
    Func<T, (string Code, string Heading)> names,
    Func<FieldList<T>, FieldList<T>> list,
    Func<T, IReadOnlyList<(SubjectKind, string)>> subjects,
    Func<T, string?>? area = null) : RecordType<T>
    where T : class
{
    public override RecordKind Kind => kind;

    public override bool IsForm => false;

    protected override FieldList<T> List() => list(new FieldList<T>());

    protected override Task<T?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) => load(db, code, ct);

    protected override string Code(T record) => names(record).Code;

    protected override string Heading(T record) => names(record).Heading;

    protected override RecordReference Reference(T record) => new(kind, Code(record), Area: area?.Invoke(record));

    protected override IReadOnlyList<(SubjectKind Kind, string Code)> Subjects(T record) => subjects(record);
}

/// <summary>The kinds of record that have no form here: their history reads them all the same.</summary>
internal static class RecordsWithoutForm
{
    public static IReadOnlyList<FormType> All { get; } =
    [
        new RecordWithoutForm<Agreement>(
            RecordKind.Agreement,
            (db, code, ct) => db.Set<Agreement>().Include(a => a.Provisions).SingleOrDefaultAsync(a => a.Code == code, ct),
            a => (a.Code, a.Title),
            fields => fields.Shown("Code", "Code", a => a.Code).Shown("Title", "Title", a => a.Title).Shown("Scope", "Scope", a => a.Scope)
                .Shown("Signed", "Signed", a => FieldText.Of(a.Signed), FieldKind.PartialDate)
                .From(From<Agreement>(SubjectKind.Agreement, a => a.Code, a => a.SignedAttribution, "Signed", "the signing", Aspect.Signed))
                .Shown("InForce", "In force", a => FieldText.Of(a.InForce), FieldKind.PartialDate)
                .From(
                    From<Agreement>(
                        SubjectKind.Agreement, a => a.Code, a => a.InForceAttribution, "InForce", "the entry into force", Aspect.InForce))
                .Shown(
                    "Provisions", "Provisions",
                    a => FieldText.Lines(a.Provisions.OrderBy(p => p.Position).Select(p => p.Text)), FieldKind.Paragraph),
            a => [(SubjectKind.Agreement, a.Code)]),
        new RecordWithoutForm<CooperationEvent>(
            RecordKind.Event,
            (db, code, ct) => db.Set<CooperationEvent>().Include(e => e.Categories).SingleOrDefaultAsync(e => e.Code == code, ct),
            e => (e.Code, e.Title),
            fields => fields.Shown("Code", "Code", e => e.Code)
                .Shown("Title", "Title", e => e.Title)
                .Shown("Date", "Date", e => FieldText.Of(e.Date), FieldKind.PartialDate)
                .Shown(
                    "Categories", "Categories",
                    e => FieldText.Lines(e.Categories.OrderBy(c => c.Position).Select(c => c.Name)), FieldKind.Choices)
                .From(From<CooperationEvent>(SubjectKind.Event, e => e.Code, e => e.Attribution)),
            e => [(SubjectKind.Event, e.Code)]),
        new RecordWithoutForm<FocusArea>(
            RecordKind.FocusArea,
            (db, slug, ct) => db.Set<FocusArea>().SingleOrDefaultAsync(a => a.Slug == slug, ct),
            a => (a.Slug, a.Name),
            fields => fields.Shown("Slug", "Short name", a => a.Slug)
                .Shown("Name", "Name", a => a.Name)
                .Shown("Position", "Place in the lists", a => FieldText.Of(a.Position + 1)),
            _ => []),
        new RecordWithoutForm<DataSetNote>(
            RecordKind.Note,
            (db, key, ct) => db.Set<DataSetNote>().SingleOrDefaultAsync(n => n.Key == key, ct),
            n => (n.Key, n.Text.Shorten(DataSetNote.MaxKey)),
            fields => fields.Shown("Text", "Text", n => n.Text, FieldKind.Paragraph),
            _ => []),
    ];

    private static Origin<T> From<T>(
        SubjectKind kind, Func<T, string> code, Func<T, Attribution?> read,
        string prefix = "", string? of = null, Aspect aspect = Aspect.Record) =>
        new(prefix, kind, code, read, (_, _) => throw new NotSupportedException("There is no form for this record."))
        {
            Of = of, Aspect = aspect, HasValue = _ => true, HasDerivation = true,
        };
}
