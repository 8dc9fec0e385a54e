using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Sources;

/// <summary>How close a source is to the fact; a lower tier is a better one.</summary>
public enum SourceTier
{
    /// <summary>Official or primary text.</summary>
    Primary = 1,

    /// <summary>News agency, established or specialist press, or a republication of it.</summary>
    Press = 2,

    /// <summary>Mirror, aggregator, blog or automated summary.</summary>
    Secondary = 3,
}

/// <summary>A public text that facts are cited from. Open sources only.</summary>
public sealed class Source
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Source>(
        RecordKind.Source, "source", s => s.Code, s => s.Title)
    {
        Pages = RecordPages.Initiative | RecordPages.FocusArea | RecordPages.Summary | RecordPages.Recommendations,
        Judges = (rows, code) => RecordDescriptors.All.Where(d => d.SourcesWeigh)
            .Select(d => rows.Rows<Citation>().Where(c => c.Source.Code == code && c.Kind == d.Cited)
                .Join(d.Places!(rows), c => c.SubjectCode, p => p.Code, (_, p) => p.Initiative!))
            .Aggregate((all, more) => all.Union(more)),
    };

    public const int MaxCode = 30;
    public const int MaxTitle = 300;
    public const int MaxPublisher = 150;
    public const int MaxUrl = 2000;
    public const int MaxNote = 1000;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, MaxCode, "source id"); } = "";

    public string Title { get; private set => field = Guard.Text(value, MaxTitle, "source title"); } = "";

    public string Publisher { get; private set => field = Guard.Text(value, MaxPublisher, "source publisher"); } = "";

    /// <summary>Day of publication, as exact as known; null where the text is undated.</summary>
    public PartialDate? Published { get; private set; }

    /// <summary>
    /// The day on which somebody read it there: what a page without
    /// a date says, it says of that day. Null where none was noted.
    /// </summary>
    public DateOnly? ReadOn { get; private set; }

    /// <summary>
    /// The last date of which it can say anything, as exact as it is known;
    /// null where it is neither dated nor was read on a known day.
    /// </summary>
    public PartialDate? SpeaksUntil => Later(Published, ReadOn);

    /// <summary>The later of the two by its last possible day.</summary>
    public static PartialDate? Later(PartialDate? published, DateOnly? readOn) => readOn is { } read && !(published?.LastDay > read)
        ? PartialDate.OfDay(read)
        : published;

    /// <summary>Where it was read. Not every locator is a web address: an archive's index entry is kept as text.</summary>
    public string Url { get; private set => field = Guard.Text(value, MaxUrl, "source url"); } = "";

    /// <summary>Where it was read, as people are told it: a mark of our own that leads nowhere is no address.</summary>
    public static string Address(string url) =>
        url.StartsWith("article:", StringComparison.Ordinal) || url.StartsWith("seed:", StringComparison.Ordinal) ? "no address" : url;

    public SourceTier Tier
    {
        get;
        private set =>
            field = Enum.IsDefined(value)
                ? value
                : throw new InvalidInputException(nameof(Tier), $"source tier {(int)value} is unknown: use 1, 2 or 3.");
    }

    public string? Note { get; private set => field = Guard.OptionalText(value, MaxNote, "source note"); }

    private Source()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Source Create(string code, string title, string publisher, string url, SourceTier tier) => new()
    {
        Code = code,
        Title = title,
        Publisher = publisher,
        Url = url,
        Tier = tier,
    };

    public void Retitle(string title) => Title = title;

    public void Credit(string publisher) => Publisher = publisher;

    public void Date(PartialDate? published) => Published = published;

    public void NoteReading(DateOnly? day) => ReadOn = day;

    public void Locate(string url) => Url = url;

    public void Rank(SourceTier tier) => Tier = tier;

    public void Annotate(string? note) => Note = note;
}
