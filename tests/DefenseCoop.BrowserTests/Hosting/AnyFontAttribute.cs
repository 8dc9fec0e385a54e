using Xunit.v3;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>
/// What these tests look at does not hang on how wide letters are: circuits, connections, drafts, sessions, links,
/// order, filters. They run with one family of fonts; all others run with each.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyFontAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Fonts", "any")];
}
