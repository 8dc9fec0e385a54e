using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A field of cooperation that initiatives belong to. Data, not an enumeration: an administrator can add one.</summary>
public sealed class Category
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<Category>(
        RecordKind.Category, "category", c => c.Slug, c => c.Name)
    {
        HasCodesApart = true,
        Many = "categories",
        Cited = SubjectKind.Category,
        CitedWords = ("wording", "wordings"),
        Pages = RecordPages.Register | RecordPages.Initiative | RecordPages.FocusAreas | RecordPages.FocusArea
            | RecordPages.Recommendations,
        Places = rows => rows.Rows<FocusArea>().Select(a => new RecordPlace { Code = a.Slug, Area = a.Slug }),
    };

    public const int MaxSlug = 60;
    public const int MaxName = 100;
    public const int MaxText = 500;

    private string _name = "";
    private int _position;
    private string _articleText = "";
    private Attribution _attribution = null!;

    public int Id { get; private set; }

    /// <summary>Stands in addresses, so it never changes.</summary>
    public string Slug { get; private init => field = Guard.Text(value, MaxSlug, "category id"); } = "";

    public string Name { get => _name; private init => _name = Guard.Text(value, MaxName, "category name"); }

    /// <summary>Order in which categories are listed, from 0.</summary>
    public int Position { get => _position; private init => _position = value; }

    /// <summary>Whether it is one of the five that the article's own list names.</summary>
    public bool IsInArticleList { get; private init; }

    /// <summary>The article's words on it; of one that an administrator added, theirs.</summary>
    public string ArticleText { get => _articleText; private init => _articleText = Guard.Text(value, MaxText, "category seed_text"); }

    public Attribution Attribution { get => _attribution; private init => _attribution = value; }

    /// <summary>Grows with every change, so that nobody overwrites what they have not seen.</summary>
    public long Version { get; private set; }

    private Category()
    {
    }

    /// <summary>A category at the first place, until it is moved.</summary>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static Category Create(
        string slug, string name, string text, Attribution attribution, int position = 0, bool isInArticleList = false) => new()
    {
        Slug = slug,
        Name = name,
        Position = position,
        IsInArticleList = isInArticleList,
        ArticleText = text,
        Attribution = attribution,
    };

    /// <exception cref="InvalidInputException">It is no name; nothing was changed.</exception>
    public void Rename(string? name) => Change(ref _name, Guard.Line(name, MaxName, nameof(Name)));

    /// <summary>Says what it covers.</summary>
    /// <exception cref="InvalidInputException">It is no such text; nothing was changed.</exception>
    public void Describe(string? text) =>
        Change(ref _articleText, Guard.Paragraph(text, MaxText, nameof(ArticleText), "The text on what it covers"));

    /// <summary>Says where it comes from.</summary>
    public void Attribute(Attribution attribution) => Change(ref _attribution, attribution);

    /// <summary>Where it stands in the order. No new version: another one that moves takes it along.</summary>
    public void MoveTo(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        _position = position;
    }

    private void Change<T>(ref T stored, T value)
    {
        if (EqualityComparer<T>.Default.Equals(stored, value)) return;
        stored = value;
        Version++;
    }
}
