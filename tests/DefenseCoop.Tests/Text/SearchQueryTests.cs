using CsCheck;
using DefenseCoop.Domain.Text;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Text;

/// <summary>What is named is found, however people write it.</summary>
public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("F-35A delivered", "F35|F 35|F-35|f‑35|f−35|F\u00AD35|f35a|F 35A|F-35 A|35")]
    [InlineData("F 35 fleet", "F35|F-35|F 35|fleet F 35")]
    [InlineData("F35 fleet", "F35|F-35|F 35|f–35")]
    [InlineData(
        "Pituffik Space Base (formerly Thule Air Base)",
        "Thule|thule|THULE|Thule Air|air thule|(Thule|“Thule”|Pituffik Thule|space-base|thule*")]
    [InlineData("Forsvarsministeriet", "Forsvarsministeriet|forsvars-ministeriet|forsvars ministeriet|FORSVARS\u00ADMINISTERIET")]
    [InlineData("air to air refueling", "air-to-air|air to air|refueling, air-to-air")]
    [InlineData("air-to-air", "air to air|air-to-air|airtoair")]
    [InlineData(
        "Rømø Ålborg Ærø Færøerne",
        "Rømø|Romo|Roemoe|RØMØ|Ro\u0308mo\u0308|Ålborg|A\u030Alborg|Alborg|Aalborg|Aero|Faeroerne|Færøerne Ålborg")]
    [InlineData("Aalborg, Aeroe, Gronland", "Ålborg|Ærø|Grønland")]
    [InlineData("Müller & Sønner ApS", "Muller|Mueller|Müller|Soenner|Sonner|müller sønner|Müller & Sønner")]
    [InlineData("Women’s corps of O'Brien", "Women's|Womens|womens corps|O’Brien|OBrien|o´brien")]
    [InlineData("U.S. Army, www.fmn.dk", "U.S.|US|us army|fmn.dk|www.fmn.dk")]
    [InlineData("1.65 % of GDP, 2,000 hours", "1.65|1,65|1.65 GDP|2,000 hours")]
    [InlineData("DCA of 2023; June 2025", "DCA 2023|2023 DCA|June 2025|2025 June|2023|dca 2025")]
    [InlineData("DK/US talks", "DK/US|US DK|dk talks")]
    [InlineData("Iver Huitfeldt class", "Iver Huitfeldt|huitfeldt iver|Iver-Huitfeldt|Iver\u00A0Huitfeldt|ver hui")]
    [InlineData("BE-1 Bases", "BE-1|be 1|BE1|be‑1")]
    [InlineData("Київ й", "київ|КИЇВ|киі\u0308в")]
    [InlineData("ﬁnal oﬃce", "final|office")]
    [InlineData("Link 16", "Link16|link-16|Link 16")]
    public void IsIn_HoweverItIsWritten_IsTrue(string named, string searches) =>
        Assert.All(
            searches.Split('|'),
            s => Assert.True(SearchQuery.Of(s).IsIn(SearchText.Of([named])), $"{s} is not found in{SearchText.Of([named])}"));

    [Theory]
    [InlineData("F-16 and 35 aircraft for Fyn", "F35|F-35|F 35")]
    [InlineData("Thule", "Thule Ramstein|Tule")]
    [InlineData("Rømø", "Rama|Raemae")]
    [InlineData("2.0 %", "20")]
    [InlineData("minor dictionary", "nordic")]
    [InlineData("Saab", "sabotage|sab otage")]
    public void IsIn_OtherText_IsFalse(string named, string searches) =>
        Assert.All(
            searches.Split('|'),
            s => Assert.False(SearchQuery.Of(s).IsIn(SearchText.Of([named])), $"{s} is found in{SearchText.Of([named])}"));

    [Theory]
    [InlineData("F35 & ***", 1, "&|***")]
    [InlineData("— Thule", 1, "—")]
    [InlineData("% 😀 §", 0, "%|😀|§")]
    [InlineData("\u200B \u00AD", 0, "")]
    [InlineData("Thule \u200B Air", 2, "")]
    [InlineData("", 0, "")]
    [InlineData(null, 0, "")]
    [InlineData("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6 b7 b8 b9", 16, "b8|b9")]
    [InlineData("F 35 F 16", 2, "")]
    public void Of_WordsThatNothingIsFoundBy_AreTold(string? text, int terms, string unusable)
    {
        var query = SearchQuery.Of(text);

        Assert.Equal(terms, query.Terms.Count);
        Assert.Equal(unusable.Split('|', StringSplitOptions.RemoveEmptyEntries), query.Unusable);
    }

    [Fact]
    public void IsIn_AnyWordsOfTheTextInAnyOrder_IsTrue()
    {
        var words = Generated.OneOf(
            "F-35", "F 35", "Rømø", "O’Brien", "DK/US", "1.65", "2025", "air-to-air",
            "P 8A", "Ålborg", "base", "of", "in", "U.S.", "CO₂", "ﬁnal");
        Gen.Select(words.Array[1, 9], Gen.Int[0, 1000], Gen.Int[1, 9]).Sample(
            (named, shuffle, take) =>
            {
                var searched = named.OrderBy(w => StringComparer.Ordinal.GetHashCode(w) % (shuffle + 7)).Take(take).ToArray();
                Assert.True(
                    SearchQuery.Of(string.Join(' ', searched)).IsIn(SearchText.Of([string.Join(' ', named)])),
                    $"{string.Join(' ', searched)} in {string.Join(' ', named)}");
            },
            iter: 5_000,
            seed: "0000000000000");
    }
}
