using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Synthetic;

/// <summary>What synthetic initiatives are spread over. A category without an outcome of its slug gets no contributions.</summary>
public sealed record SyntheticReferences(
    IReadOnlyList<Category> Categories,
    IReadOnlyList<Organization> Organizations,
    IReadOnlyList<Site> Sites,
    IReadOnlyDictionary<string, ExpectedOutcome> OutcomesBySlug)
{
    private static readonly string[] Names = ["Alpha", "Bravo", "Charlie", "Delta", "Echo"];

    /// <summary>A small set of its own, for generating without a database.</summary>
    public static SyntheticReferences InMemory()
    {
        var attribution = new Attribution { Provenance = Provenance.Illustrative };
        var categories = Names.Select((name, n) => Category.Create(
            $"synthetic-{name.ToLowerInvariant()}", $"Synthetic {name}", "Synthetic category.", attribution, n)).ToList();
        return new SyntheticReferences(
            categories,
            [.. Names.Select(name => Organization.Create(
                $"syn-org-{name.ToLowerInvariant()}", $"Synthetic organization {name}", "DK", "synthetic", attribution))],
            [.. Names.Select(name => Site.Create(
                $"syn-site-{name.ToLowerInvariant()}", $"Synthetic site {name}", "synthetic", "DK", attribution))],
            categories.ToDictionary(c => c.Slug, Outcome, StringComparer.Ordinal));
    }

    private static ExpectedOutcome Outcome(Category category)
    {
        var area = FocusArea.Create(category.Slug, category.Name, category.Position);
        var objective = Objective.Create($"{category.Slug}-o1", $"Objective of {category.Name}");
        var outcome = ExpectedOutcome.Create($"{category.Slug}-o1-1", $"Outcome of {category.Name}");
        area.Objectives.Add(objective);
        objective.Outcomes.Add(outcome);
        return outcome;
    }
}
