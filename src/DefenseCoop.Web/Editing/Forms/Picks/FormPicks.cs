using System.Globalization;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Text;

namespace DefenseCoop.Web.Editing.Forms.Picks;

/// <summary>One line of a pick list.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Words">What is read.</param>
/// <param name="More">What else tells it from others.</param>
public sealed record PickOption(string Value, string Words, string More);

/// <summary>What is found for what somebody wrote.</summary>
/// <param name="Options">The best of it.</param>
/// <param name="More">How many others there are.</param>
/// <param name="New">What a new source would begin with; null where none can be added, or it is there.</param>
public sealed record PickOffer(IReadOnlyList<PickOption> Options, int More, NewSourceProposal? New)
{
    public static PickOffer Of(SourceOffer offer) => new([.. offer.Found.Select(FormPicks.Option)], offer.More, offer.New);

    /// <summary>How many, for those who cannot see the list.</summary>
    public string Sentence => (Options.Count, More) switch
    {
        (0, _) => "Nothing that is recorded matches.",
        (_, 0) => $"{Domain.Words.Count(Options.Count, "match", "matches")}.",
        _ => $"The first {Options.Count} of {Domain.Words.Of((decimal)(Options.Count + More))} matches: write more to find the others.",
    };
}

/// <summary>What the pick lists of a form show: what is chosen, by what it is called, and what was found.</summary>
public sealed class FormPicks(SourceQueries sources)
{
    private const int Shown = 12;

    private Dictionary<string, SourceRef> _known = [];
    private readonly Dictionary<string, PickOffer> _offers = [];
    private IReadOnlyDictionary<string, string> _typed = new Dictionary<string, string>();

    /// <summary>What is left in a box after what it names beyond doubt was chosen.</summary>
    public string Typed(string field) => _typed.GetValueOrDefault(field, "");

    public PickOffer? Offer(string field) => _offers.GetValueOrDefault(field);

    /// <summary>The sources that the values name, and what is found for what stands in the boxes.</summary>
    public async Task ReadAsync(
        IReadOnlyList<FieldSpec> fields, IEnumerable<string> values, IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        _typed = typed;
        var codes = values.SelectMany(v => v.Split('\n')).Select(c => c.Trim()).Where(c => c.Length > 0).ToHashSet(StringComparer.Ordinal);
        _known = (await sources.NamedAsync(codes, ct)).ToDictionary(s => s.Code, StringComparer.Ordinal);
        foreach (var (name, text) in typed.Where(t => t.Value.Trim().Length > 0))
        {
            if (fields.FirstOrDefault(f => f.Name == name) is { } field) _offers[name] = await FindAsync(sources, field, text, ct);
        }
    }

    /// <summary>Chooses what the boxes name beyond doubt, by code, address or name.</summary>
    /// <returns>The values with it, and what is still open in the boxes.</returns>
    public async Task<(Dictionary<string, string> Values, Dictionary<string, string> Open)> ResolveAsync(
        IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string> typed, CancellationToken ct)
    {
        var resolved = new Dictionary<string, string>(values, StringComparer.Ordinal);
        Dictionary<string, string> open = [];
        foreach (var (name, text) in typed.Where(t => t.Value.Trim().Length > 0))
        {
            if (fields.FirstOrDefault(f => f.Name == name) is not { } field) continue;
            var named = field.Kind == FieldKind.Sources ? (await sources.FindAsync(text, ct))?.Code : Named(field, text)?.Value;
            if (named is null) open[name] = text;
            else PickStep.Choose(resolved, name, named);
        }

        return (resolved, open);
    }

    /// <summary>What to say of a box in which something is written of which nothing was chosen.</summary>
    public static string NotChosen(string text) =>
        $"“{text.Trim()}” is written and nothing of it is chosen: choose one of those that are found, or empty the box.";

    /// <summary>What is found for what somebody wrote into the box of a field.</summary>
    public static async Task<PickOffer> FindAsync(SourceQueries sources, FieldSpec field, string text, CancellationToken ct)
    {
        if (field.Kind == FieldKind.Sources) return PickOffer.Of(await sources.OfferAsync(text, ct));
        var query = SearchQuery.Of(text);
        var found = field.Options.Where(o => query.Terms.Count > 0 && query.IsIn(SearchText.Of([o.Words, o.Value]))).ToList();
        return new([.. found.Take(Shown).Select(o => new PickOption(o.Value, o.Words, ""))], Math.Max(0, found.Count - Shown), null);
    }

    /// <summary>What is chosen, by what it is called. What is not there any more stays: it may have been removed meanwhile.</summary>
    public IReadOnlyList<PickOption> Chosen(FieldSpec field, string value, string newSource) =>
        [.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .Select(v => Option(field, v, newSource))];

    /// <summary>What a value is called, for a merge.</summary>
    public string Words(FieldSpec field, string value) => Option(field, value, "").Words;

    public static PickOption Option(SourceRef source) => new(
        source.Code, source.Title,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Publisher}, {source.Published?.ToDisplay() ?? "undated"}, tier {(int)source.Tier}, {source.Code}"));

    private PickOption Option(FieldSpec field, string value, string newSource)
    {
        if (field.Kind != FieldKind.Sources)
        {
            return field.Options.FirstOrDefault(o => o.Value == value) is { } option
                ? new(value, option.Words, "")
                : new(value, value, "not in the list");
        }
        if (value == FieldSpec.NewSourceCode) return new(value, newSource.Length > 0 ? newSource : "A new source", "added with this form");
        return _known.TryGetValue(value, out var source) ? Option(source) : new(value, value, "not in the list");
    }

    private static FieldOption? Named(FieldSpec field, string text) =>
        field.Options
            .Where(o => o.Value.Length > 0 && (FoldedText.AreSame(o.Value, text.Trim()) || FoldedText.AreSame(o.Words, text.Trim())))
            .Take(2)
            .ToList() is [var only] ? only : null;
}
