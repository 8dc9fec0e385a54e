using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Citing;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>A public text that facts are cited from.</summary>
internal sealed class SourceForm : RecordType<Source>
{
    public override RecordKind Kind => RecordKind.Source;

    public override string DayField => "Published";

    protected override int? MaxCode => Source.MaxCode;

    protected override FieldList<Source> List() => new FieldList<Source>()
        .Group("Source")
        .Shown("Code", "Code", s => s.Code)
        .Custom(
            new FormField(new("Title", "Title", FieldKind.Line) { MaxLength = Source.MaxTitle, Required = true }),
            (s, _) => s.Title,
            async (s, v, scope) =>
            {
                var title = Guard.Line(v, Source.MaxTitle, "Title", "Title");
                if (title != s.Title && await NewSourcePart.CodeAsTitleAsync(scope, title, s.Code) is { } coded)
                {
                    throw new InvalidInputException(coded);
                }
                s.Retitle(title);
            })
        .Line("Publisher", "Publisher", Source.MaxPublisher, s => s.Publisher, (s, v) => s.Credit(v))
        .PastDate(
            "Published", "Published", s => s.Published, (s, v) => s.Date(v),
            "As exact as it is known: 14 Mar 2025, Mar 2025 or 2025. Empty for an undated text.")
        .Custom(
            new FormField(new("ReadOn", "Read on", FieldKind.PartialDate) { Help = NewSourcePart.ReadOnHelp }),
            (s, _) => FieldText.Of(s.ReadOn is { } day ? Domain.Schedule.PartialDate.OfDay(day) : null),
            (s, v, scope) =>
            {
                s.NoteReading(NewSourcePart.ReadOn(v, scope.Today));
                return Task.CompletedTask;
            })
        .Custom(
            new FormField(new("Url", "Where it was read", FieldKind.Line)
            {
                MaxLength = Source.MaxUrl, Required = true, Help = "A web address, or another locator in words.",
            }),
            (s, _) => Source.Address(s.Url),
            async (s, v, scope) =>
            {
                // What is no address for people is kept while they leave it as it is.
                if (v.Trim() == Source.Address(s.Url)) return;
                var url = NewSourcePart.Locator(v);
                if (SourceAddress.Normal(url) != SourceAddress.Normal(s.Url)
                    && await NewSourcePart.DuplicateAsync(scope, url, s.Code) is { } known)
                {
                    throw new InvalidInputException(known);
                }
                s.Locate(url);
            })
        .Choice("Tier", "How close it is to the facts", NewSourcePart.Tiers, s => s.Tier, (s, v) => s.Rank(v))
        .OptionalParagraph("Note", "Note", Source.MaxNote, s => s.Note, (s, v) => s.Annotate(v));

    protected override Task<Source?> LoadAsync(DefenseCoopContext db, string code, CancellationToken ct) =>
        db.Set<Source>().SingleOrDefaultAsync(s => s.Code == code, ct);

    protected override string Code(Source record) => record.Code;

    protected override string Heading(Source record) => record.Title;

    public override async Task<Proposal?> ProposeAsync(FormScope scope, string? of) => of is not null
        ? null
        : new(
            "New source",
            new(RecordKind.Source, null),
            new Dictionary<string, string> { ["Code"] = await NewSourcePart.NextCodeAsync(scope.Db, scope.Ct) });

    protected override async Task<string?> MakeCodeAsync(FormScope scope, string? of, FormInput input) =>
        await NewSourcePart.NextCodeAsync(scope.Db, scope.Ct);

    protected override Task<Source?> StartAsync(FormScope scope, string? of, string code, FormInput input)
    {
        var source = Source.Create(code, "?", "?", "?", SourceTier.Secondary);
        scope.Db.Add(source);
        return Task.FromResult<Source?>(source);
    }
}
