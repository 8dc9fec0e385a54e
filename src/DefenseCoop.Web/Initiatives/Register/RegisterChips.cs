using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Web.Initiatives.Register;

/// <summary>One filter in force: its words, and the query without it.</summary>
public sealed record RegisterChip(string Words, RegisterQuery Without);

/// <summary>The filters in force as chips, in the order of the filter form.</summary>
public static class RegisterChips
{
    public static IReadOnlyList<RegisterChip> Of(RegisterQuery query, RegisterVocabulary words)
    {
        var first = query with { Page = 1 };
        List<RegisterChip> chips = [];
        if (first.Text is { } text) chips.Add(new($"Text: {text}", first with { Text = null }));
        AddTerms("Category", words.Categories, first.Categories, rest => first with { Categories = rest });
        AddTerms("Focus area", words.FocusAreas, first.FocusAreas, rest => first with { FocusAreas = rest });
        Add<Stage>("Stage", first.Stages, Words.Of, rest => first with { Stages = rest });
        Add<AssessedStatus>("Status", first.Statuses, Words.Of, rest => first with { Statuses = rest });
        AddTerms("Lead", words.Leads, first.Leads, rest => first with { Leads = rest });
        AddTerms("Site", words.Sites, first.Sites, rest => first with { Sites = rest });
        if (first.From is { } from) chips.Add(new($"From {Words.Of(from)}", first with { From = null }));
        if (first.To is { } to) chips.Add(new($"To {Words.Of(to)}", first with { To = null }));
        Add<EvidenceAge>("Newest evidence", first.EvidenceAges, Words.Of, rest => first with { EvidenceAges = rest });
        Add<Provenance>("Provenance", first.Provenances, p => p.ToString(), rest => first with { Provenances = rest });
        return chips;

        void AddTerms(string name, Terms terms, IReadOnlyList<string> chosen, Func<IReadOnlyList<string>, RegisterQuery> without) =>
            Add(name, chosen, code => terms.Find(code)?.Name ?? code, without);

        void Add<T>(string name, IReadOnlyList<T> chosen, Func<T, string> say, Func<IReadOnlyList<T>, RegisterQuery> without)
        {
            foreach (var value in chosen)
            {
                chips.Add(new($"{name}: {say(value)}", without([.. chosen.Where(v => !Equals(v, value))])));
            }
        }
    }
}
