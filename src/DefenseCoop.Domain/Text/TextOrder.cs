namespace DefenseCoop.Domain.Text;

/// <summary>Sorts by text in Danish order (<see cref="FoldedText.SortKey"/>), each text folded once.</summary>
public static class TextOrder
{
    public static IOrderedEnumerable<T> OrderByText<T>(this IEnumerable<T> items, Func<T, string?> text, bool descending = false) =>
        descending
            ? items.OrderByDescending(i => FoldedText.SortKey(text(i)), StringComparer.Ordinal)
            : items.OrderBy(i => FoldedText.SortKey(text(i)), StringComparer.Ordinal);

    public static IOrderedEnumerable<T> ThenByText<T>(this IOrderedEnumerable<T> items, Func<T, string?> text) =>
        items.ThenBy(i => FoldedText.SortKey(text(i)), StringComparer.Ordinal);
}
