using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>A field of cooperation that initiatives belong to. Data, not an enumeration: an administrator can add one.</summary>
public sealed class Category
{
    public const int MaxSlug = 60;
    public const int MaxName = 100;
    public const int MaxText = 500;

    public int Id { get; private set; }

    public required string Slug { get; init => field = Guard.Text(value, MaxSlug, "category id"); }

    public required string Name { get; init => field = Guard.Text(value, MaxName, "category name"); }

    /// <summary>Order in which categories are listed, from 0.</summary>
    public int Position { get; init; }

    /// <summary>Whether it is one of the five that the article's own list names.</summary>
    public bool IsInArticleList { get; init; }

    /// <summary>The article's words on it.</summary>
    public required string ArticleText { get; init => field = Guard.Text(value, MaxText, "category seed_text"); }

    public required Attribution Attribution { get; init; }
}
