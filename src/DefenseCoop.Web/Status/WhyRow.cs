using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Status;

/// <summary>
/// <see cref="Why"/> of a row of a table: what is pressed opens a row of its own beneath, over all columns. Markup rather
/// than components, so that an open page stays small: the row says the first cause and leads to all of it, and a script puts
/// all of it there when it is opened.
/// </summary>
public static class WhyRow
{
    /// <summary>What is pressed, in a cell of the row; the style sheet opens the row beneath.</summary>
    /// <param name="words">What it says, as markup.</param>
    /// <param name="label">What it says to those who do not see the row around it; null where the words do.</param>
    public static string Mark(string words, string? label = null) =>
        $"<details class=\"why inline\"><summary{(label is null ? "" : $" aria-label=\"{HtmlEncoder.Default.Encode(label)}\"")}>"
            + $"{words}</summary></details>";

    /// <summary>The one cell of the row beneath, which has the class why-row.</summary>
    /// <param name="columns">Of the table.</param>
    /// <param name="firstCause">Of the status.</param>
    /// <param name="address">Of the page of which the element "why" has all of it.</param>
    public static MarkupString Cell(int columns, string firstCause, string address) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"<td colspan=\"{columns}\"><p>{HtmlEncoder.Default.Encode(firstCause)} <a "
            + $"href=\"{HtmlEncoder.Default.Encode(address)}\">All causes, and what would improve it</a></p></td>"));
}
