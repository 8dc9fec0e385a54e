using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
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
        new RecordWithoutForm<Category>(
            RecordKind.Category,
            (db, slug, ct) => db.Set<Category>().SingleOrDefaultAsync(c => c.Slug == slug, ct),
            c => (c.Slug, c.Name),
            fields => fields.Shown("Slug", "Short name", c => c.Slug).Shown("Name", "Name", c => c.Name)
                .Shown("Position", "Place in the lists", c => FieldText.Of(c.Position + 1))
                .Shown("Text", "What it covers", c => c.ArticleText, FieldKind.Paragraph)
                .From(From<Category>(SubjectKind.Category, c => c.Slug, c => c.Attribution)),
            c => [(SubjectKind.Category, c.Slug)]),
        new RecordWithoutForm<Organization>(
            RecordKind.Organization,
            (db, code, ct) => db.Set<Organization>().SingleOrDefaultAsync(o => o.Code == code, ct),
            o => (o.Code, o.Name),
            fields => fields.Shown("Code", "Short name", o => o.Code)
                .Shown("Name", "Name", o => o.Name)
                .Shown("LocalName", "Local name", o => o.LocalName)
                .Shown("Abbreviation", "Abbreviation", o => o.Abbreviation)
                .Shown("Country", "Country", o => o.Country)
                .Shown("Kind", "Kind", o => o.Kind)
                .From(From<Organization>(SubjectKind.Organization, o => o.Code, o => o.Attribution)),
            o => [(SubjectKind.Organization, o.Code)]),
        new RecordWithoutForm<Site>(
            RecordKind.Site,
            (db, code, ct) => db.Set<Site>().SingleOrDefaultAsync(s => s.Code == code, ct),
            s => (s.Code, s.Name),
            fields => fields.Shown("Code", "Short name", s => s.Code).Shown("Name", "Name", s => s.Name).Shown("Kind", "Kind", s => s.Kind)
                .Shown("Territory", "Territory", s => s.Territory)
                .Shown("Latitude", "Degrees north", s => FieldText.Of((decimal?)s.Latitude))
                .Shown("Longitude", "Degrees east", s => FieldText.Of((decimal?)s.Longitude))
                .Shown("Icao", "ICAO code", s => s.Icao)
                .From(From<Site>(SubjectKind.Site, s => s.Code, s => s.Attribution)),
            s => [(SubjectKind.Site, s.Code)]),
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
            n => (n.Key, n.Key),
            fields => fields.Shown("Key", "Key", n => n.Key).Shown("Text", "Text", n => n.Text, FieldKind.Paragraph),
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
