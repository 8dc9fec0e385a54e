namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>What a writer should know of a text: what cannot be shown as Markdown has it, and what stands there instead.</summary>
/// <param name="isThere">Whether a page of this program stands at an address; null where nobody asks.</param>
internal sealed class NarrativeNotes(Func<string, bool>? isThere = null)
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => [.. _all.Distinct(StringComparer.Ordinal)];

    public void LeadsNowhere(string? target) =>
        _all.Add(
            $"“{target}” is no address that a link can lead to, "
                + "so it stands as you typed it: write one that begins with https:// or with /.");

    public void IsAsTyped() =>
        _all.Add("This text is shown as you typed it, as its signs cannot be read as Markdown without a loss of words.");

    public void Html(string tag) => _all.Add($"“{tag}” is shown as text: HTML has no effect here.");

    public void Unknown(string code) => _all.Add($"Nothing here has the code {code}, so [{code}] leads nowhere.");

    /// <summary>Links to a place lead to that place of the first page: every address is read from there.</summary>
    public void Leads(string target)
    {
        if (target[0] == '#')
        {
            _all.Add(
                $"“{target}” names no page, so this link leads nowhere: "
                    + $"write the address of the page before it, such as /method{target}.");
        }
        else if (target[0] == '/' && isThere?.Invoke(target) == false)
        {
            _all.Add($"Nothing here stands at “{target}”, so this link leads nowhere.");
        }
    }

    public void NoAddress(string words, string name) =>
        _all.Add(
            $"“{words}[{name}]” stands as you typed it: a link by a name needs a line that gives the address, “[{name}]: https://…”.");

    public void Footnote(string mark) =>
        _all.Add($"“{mark}” stands as you typed it: there are no footnotes here. Write the note in brackets, or cite its source.");

    public void Picture(string target) => _all.Add($"Pictures are not shown: the words of this one link to {target}.");
}

/// <summary>The only classes that a narrative has.</summary>
internal static class NarrativeClasses
{
    public const string Typed = "typed";
    public const string Right = "right";
    public const string Center = "center";

    public static IReadOnlyList<string> All { get; } = [Typed, Right, Center];
}
