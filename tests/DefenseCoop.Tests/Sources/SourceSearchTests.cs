using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Xunit;

namespace DefenseCoop.Tests.Sources;

/// <summary>Sources are found by what people write, and one that is there is not added twice.</summary>
public sealed class SourceSearchTests
{
    private static readonly SourceRef[] All =
    [
        new(
            "S-FMN-MILE", "A milestone for Danish Defence and Security", "Danish Ministry of Defence", PartialDate.Parse("2023-06"),
            SourceTier.Primary, "https://www.fmn.dk/en/news/2023/a-milestone-for-danish-defence-and-security/"),
        new(
            "S-FMN-EXP", "Danish Defence expenditure", "Danish Ministry of Defence", PartialDate.Parse("2025-10"),
            SourceTier.Primary, "https://www.fmn.dk/en/topics/agreements-and-economi/defence-expenditure"),
        new("S-HB", "F-35 på Skrydstrup: Århus følger", "Hærens Blad", null, SourceTier.Press, "https://blad.dk/nr/4?utm_source=x&side=7"),
        new("S-BOX", "Archive, box 3", "Rigsarkivet", PartialDate.Parse("1951"), SourceTier.Primary, "Archive, box 3"),
    ];

    [Theory]
    [InlineData("mile", "S-FMN-MILE")]
    [InlineData("DEFENCE ministry", "S-FMN-EXP S-FMN-MILE")]
    [InlineData("expenditure 2025", "S-FMN-EXP")]
    [InlineData("s-box", "S-BOX")]
    [InlineData("F35", "S-HB")]
    [InlineData("f 35", "S-HB")]
    [InlineData("Aarhus", "S-HB")]
    [InlineData("haerens", "S-HB")]
    [InlineData("A\u030Arhus", "S-HB")]
    [InlineData("nothing of the kind", "")]
    [InlineData("d", "")]
    [InlineData("", "")]
    [InlineData("https://fmn.dk/en/news/2023/a-milestone-for-danish-defence-and-security", "S-FMN-MILE")]
    [InlineData("www.fmn.dk/en/topics/agreements-and-economi/defence-expenditure/#top", "S-FMN-EXP")]
    [InlineData("http://WWW.FMN.DK/en/topics/agreements-and-economi/defence-expenditure?utm_campaign=a&fbclid=b", "S-FMN-EXP")]
    [InlineData("https://blad.dk/nr/4?side=7", "S-HB")]
    [InlineData("https://blad.dk/nr/4?side=8", "")]
    public void Of_WhatPeopleWrite_FindsWhatTheyMean(string typed, string codes) =>
        Assert.Equal(codes, string.Join(' ', SourceSearch.Of(typed, All).Found.Select(s => s.Code)));

    [Theory]
    [InlineData(
        "https://www.fmn.dk/en/news/2026/a-new-base-at-karup/", "A new base at karup", "Danish Ministry of Defence", SourceTier.Primary)]
    [InlineData("https://blad.dk/2026/12345", "", "Hærens Blad", SourceTier.Press)]
    [InlineData("https://example.org/reports/Report_on_the_north.pdf", "Report on the north", "", null)]
    [InlineData("An answer to parliament", "An answer to parliament", "", null)]
    public void Of_WhatIsNotThere_ProposesWhatIsKnownOfIt(string typed, string title, string publisher, SourceTier? tier)
    {
        var made = SourceSearch.Of(typed, All).New!;

        Assert.Equal((title, publisher, tier), (made.Title, made.Publisher, made.Tier));
        Assert.Equal(typed.StartsWith("http", StringComparison.Ordinal) ? typed : "", made.Url);
    }

    [Fact]
    public void Of_AnAddressThatIsThere_OffersItAndNoSecondOne()
    {
        var offer = SourceSearch.Of(All[0].Url, All);

        Assert.Equal("S-FMN-MILE", Assert.Single(offer.Found).Code);
        Assert.Null(offer.New);
    }

    [Theory]
    [InlineData("S-BOX")]
    [InlineData(" s-box ")]
    [InlineData("S\u2011BOX")]
    public void Of_ACodeThatIsThere_OffersItFirstAndNoNewOne(string typed)
    {
        var offer = SourceSearch.Of(typed, All);

        Assert.Equal("S-BOX", offer.Found[0].Code);
        Assert.Null(offer.New);
    }

    [Theory]
    [InlineData("https://fmn.dk/a", true)]
    [InlineData("not an address", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://", false)]
    [InlineData("mailto:a@b.dk", false)]
    [InlineData("Archive: box 3", false)]
    public void Normal_IsKnownOfWebAddressesOnly(string text, bool isAddress) =>
        Assert.Equal(isAddress, SourceAddress.Normal(text) is not null);

    [Fact]
    public void Of_ManyMatches_ShowsTheFirstAndSaysHowManyMore()
    {
        SourceRef[] many = [.. Enumerable.Range(1, 2000)
            .Select(i => new SourceRef($"S-{i:0000}", $"Report {i}", "P", null, SourceTier.Press, $"https://example.org/{i}"))];

        var offer = SourceSearch.Of("report", many);

        Assert.Equal((SourceSearch.Shown, 2000 - SourceSearch.Shown), (offer.Found.Count, offer.More));
    }
}
