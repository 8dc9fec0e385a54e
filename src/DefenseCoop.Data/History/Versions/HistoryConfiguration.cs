using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DefenseCoop.Data.History.Versions;

/// <summary>With which an entity says in its own configuration that it has a history.</summary>
internal static class HistoryConfiguration
{
    internal const string Facts = "DefenseCoop:HistoryOfFacts";
    internal const string Findings = "DefenseCoop:HistoryOfFindings";

    /// <summary>Facts: every version is kept, and a change set answers for each.</summary>
    public static void HasHistory(this EntityTypeBuilder builder) => builder.Metadata.SetAnnotation(Facts, true);

    /// <summary>Findings follow from the facts: every version is kept, and no change set answers for them.</summary>
    /// <param name="builder">Of the entity.</param>
    /// <param name="lookedUpBy">The columns beside the key by which past versions are looked up.</param>
    public static void HasHistoryOfFindings(this EntityTypeBuilder builder, params string[] lookedUpBy) =>
        builder.Metadata.SetAnnotation(Findings, string.Join(',', lookedUpBy));
}
