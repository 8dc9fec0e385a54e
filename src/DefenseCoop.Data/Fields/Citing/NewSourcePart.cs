using System.Globalization;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields.Citing;

/// <summary>A source that is added in place, in the change that cites it.</summary>
internal static class NewSourcePart
{
    private const string Prefix = FieldSpec.NewSource;
    private const string Group = "New source";

    public const string ReadOnHelp = "The day on which you read it there, where the text itself has no date.";

    public static IReadOnlyList<(SourceTier Value, string Words)> Tiers { get; } =
    [
        (SourceTier.Primary, "1, official or primary text"),
        (SourceTier.Press, "2, news agency or established press"),
        (SourceTier.Secondary, "3, mirror, aggregator or blog"),
    ];

    public static IReadOnlyList<FieldSpec> Fields { get; } =
    [
        new(Prefix + "Title", "Title of the new source", FieldKind.Line) { Group = Group, IsFolded = true, MaxLength = Source.MaxTitle },
        new(Prefix + "Publisher", "Publisher", FieldKind.Line) { Group = Group, IsFolded = true, MaxLength = Source.MaxPublisher },
        new(Prefix + "Published", "Published", FieldKind.PartialDate)
        {
            Group = Group, IsFolded = true, Help = "Empty for an undated text.",
        },
        new(Prefix + "ReadOn", "Read on", FieldKind.PartialDate) { Group = Group, IsFolded = true, Help = ReadOnHelp },
        new(Prefix + "Url", "Where it was read", FieldKind.Line)
        {
            Group = Group, IsFolded = true, MaxLength = Source.MaxUrl, Help = "A web address, or another locator in words.",
        },
        new(Prefix + "Tier", "How close it is to the facts", FieldKind.Choice)
        {
            Group = Group, IsFolded = true, Options = [.. Tiers.Select(t => new FieldOption(t.Value.ToString(), t.Words))],
        },
        new(Prefix + "Note", "Note on the new source", FieldKind.Paragraph) { Group = Group, IsFolded = true, MaxLength = Source.MaxNote },
    ];

    public static bool HasProblem(FormInput input) => Fields.Any(f => input.HasProblem(f.Name));

    /// <summary>Makes the source, if any of its fields is filled in.</summary>
    public static async Task WriteAsync(FormSpec spec, FormInput input, FormScope scope)
    {
        if (Fields.All(f => string.IsNullOrWhiteSpace(input.Text(f.Name)))) return;
        string title = "", publisher = "", url = "";
        string? note = null;
        PartialDate? published = null;
        DateOnly? read = null;
        SourceTier? tier = null;
        await TryAsync("Title", text => title = Guard.Line(text, Source.MaxTitle, "Title", "The title of the source"));
        await TryAsync("Publisher", text => publisher = Guard.Line(text, Source.MaxPublisher, "Publisher", "The publisher"));
        await TryAsync("Published", text => published = Published(text, scope.Today));
        await TryAsync("ReadOn", text => read = ReadOn(text, scope.Today));
        await TryAsync("Url", text => url = Locator(text));
        await TryAsync(
            "Tier", text => tier = Tiers.Where(t => t.Value.ToString() == text.Trim()).Select(t => (SourceTier?)t.Value).SingleOrDefault()
                ?? throw new InvalidInputException("Say how close the source is to the facts: choose one of the list."));
        await TryAsync("Note", text => note = Guard.OptionalParagraph(text, Source.MaxNote, "Note", "The note on the source"));
        if (!input.HasProblem(Prefix + "Url") && await DuplicateAsync(scope, url, null) is { } known) input.Refuse(Prefix + "Url", known);
        if (!input.HasProblem(Prefix + "Title") && await CodeAsTitleAsync(scope, title, null) is { } coded)
        {
            input.Refuse(Prefix + "Title", coded);
        }
        if (HasProblem(input)) return;
        var source = Source.Create(await NextCodeAsync(scope.Db, scope.Ct), title, publisher, url, tier!.Value);
        source.Date(published);
        source.NoteReading(read);
        source.Annotate(note);
        input.NewSource = source;
        input.IsNewSourceCited = spec.Fields.Any(
            f => f.Kind == FieldKind.Sources && FieldText.Lines(input.Text(f.Name)).Contains(FieldSpec.NewSourceCode));
        scope.Db.Add(source);

        Task TryAsync(string field, Action<string> read) => input.TryAsync(Prefix + field, () =>
        {
            read(input.Text(Prefix + field));
            return Task.CompletedTask;
        });
    }

    /// <summary>A web address, or words; never something that a browser would run.</summary>
    /// <exception cref="InvalidInputException">It is empty, too long, or of a kind that no text is read at.</exception>
    public static string Locator(string text)
    {
        var url = Guard.Line(text, Source.MaxUrl, "Url", "Where it was read");
        var scheme = string.Concat(url.TakeWhile(c => c != ':').Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return url.Contains(':', StringComparison.Ordinal) && scheme is "javascript" or "data" or "vbscript" or "blob" or "file"
            ? throw new InvalidInputException(
                $"“{scheme}:” is no address of a public text: "
                    + "write a web address that begins with https://, or say in words where it was read.")
            : url;
    }

    /// <summary>What to say where another source has the address already; null where none has.</summary>
    /// <param name="scope">Whose sources.</param>
    /// <param name="url">Where the new one was read.</param>
    /// <param name="but">Code of the source itself.</param>
    public static async Task<string?> DuplicateAsync(FormScope scope, string url, string? but)
    {
        if (SourceAddress.Normal(url) is not { } address) return null;
        var sources = await scope.Db.Set<Source>()
            .AsNoTracking().Where(s => s.Code != but).Select(s => new { s.Code, s.Title, s.Url }).ToListAsync(scope.Ct);
        return sources.FirstOrDefault(s => SourceAddress.Normal(s.Url) == address) is { } known
            ? $"This address is that of “{known.Title}” ({known.Code}), which is a source already: "
                + "choose that one. If yours is another text, give the address of its own."
            : null;
    }

    /// <summary>
    /// What to say where a title is nothing but the code of another source: who wrote it meant that one. Null where it is none.
    /// </summary>
    /// <param name="scope">Whose sources.</param>
    /// <param name="title">As it was typed.</param>
    /// <param name="but">Code of the source itself.</param>
    public static async Task<string?> CodeAsTitleAsync(FormScope scope, string title, string? but)
    {
        var sources = await scope.Db.Set<Source>()
            .AsNoTracking().Where(s => s.Code != but).Select(s => new { s.Code, s.Title }).ToListAsync(scope.Ct);
        return sources.FirstOrDefault(s => FoldedText.AreSame(s.Code, title)) is { } known
            ? $"{known.Code} is the code of “{known.Title}”, which is a source already: choose that one. "
                + "If yours is another text, write its title."
            : null;
    }

    /// <exception cref="InvalidInputException">It is no date, or one that has not come.</exception>
    public static PartialDate? Published(string text, DateOnly today)
    {
        var date = FieldText.Date(text);
        return date?.FirstDay > today
            ? throw new InvalidInputException($"{date.Value.ToDisplay()} has not come yet: write a day up to today, {Words.Of(today)}.")
            : date;
    }

    /// <exception cref="InvalidInputException">It is no day, or one that has not come.</exception>
    public static DateOnly? ReadOn(string text, DateOnly today)
    {
        if (Published(text, today) is not { } read) return null;
        return read.FirstDay == read.LastDay
            ? read.FirstDay
            : throw new InvalidInputException(
                $"{read.ToDisplay()} is no day: write the day on which it was read, such as {Words.Of(today)}.");
    }

    /// <summary>The next of S-0001, S-0002 and so on.</summary>
    public static async Task<string> NextCodeAsync(DefenseCoopContext db, CancellationToken ct)
    {
        var codes = await db.Set<Source>().Where(s => s.Code.StartsWith("S-")).Select(s => s.Code).ToListAsync(ct);
        var last = codes.Max(c => int.TryParse(c.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return await Codes.FreeAsync(db, string.Create(CultureInfo.InvariantCulture, $"S-{last + 1:0000}"), Source.MaxCode, ct);
    }
}
