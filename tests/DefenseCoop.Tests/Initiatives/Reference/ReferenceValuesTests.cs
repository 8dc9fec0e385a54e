using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>What people may write of categories, organizations and sites. A refusal names the field and changes nothing.</summary>
public sealed class ReferenceValuesTests
{
    private const string Fine = "";

    private static readonly Attribution Ours = new() { Provenance = Provenance.Illustrative };

    public static TheoryData<string, string?, string> ShortNames { get; } = new()
    {
        { "one word", "karup", Fine },
        { "digits and hyphens", "us-1af", Fine },
        { "longest", new string('a', Organization.MaxCode), Fine },
        { "spaces around", " karup ", Fine },
        { "none", null, "Code" },
        { "blank", "  ", "Code" },
        { "capital", "Karup", "Code" },
        { "space within", "ka rup", "Code" },
        { "underscore", "ka_rup", "Code" },
        { "hyphen first", "-karup", "Code" },
        { "hyphen last", "karup-", "Code" },
        { "two hyphens", "ka--rup", "Code" },
        { "Danish letter", "aarhus-ø", "Code" },
        { "other alphabet", "каруп", "Code" },
        { "slash", "a/b", "Code" },
        { "markup", "<script>", "Code" },
        { "too long", new string('a', Organization.MaxCode + 1), "Code" },
    };

    public static TheoryData<string, string?, string> Countries { get; } = new()
    {
        { "Denmark", "DK", Fine },
        { "Greenland", "GL", Fine },
        { "two", "US/CA", Fine },
        { "international", "INT", Fine },
        { "small letters", "dk", "Country" },
        { "no such country", "XX", "Country" },
        { "three letters", "DNK", "Country" },
        { "the same twice", "DK/DK", "Country" },
        { "three of them", "DK/US/CA", "Country" },
        { "half", "DK/", "Country" },
        { "international with another", "INT/DK", "Country" },
        { "none", "", "Country" },
    };

    public static TheoryData<string, double?, double?, string> Coordinates { get; } = new()
    {
        { "none", null, null, Fine },
        { "Karup", 56.2975, 9.12463, Fine },
        { "the corners", -90, 180, Fine },
        { "the other corners", 90, -180, Fine },
        { "beyond the pole", 90.000001, 0, "Latitude" },
        { "beyond the other pole", -90.1, 0, "Latitude" },
        { "beyond the date line", 0, 180.5, "Longitude" },
        { "far beyond it", 0, -1e300, "Longitude" },
        { "no number", double.NaN, 0, "Latitude" },
        { "infinite", 0, double.PositiveInfinity, "Longitude" },
        { "no longitude", 56, null, "Longitude" },
        { "no latitude", null, 9, "Latitude" },
    };

    public static TheoryData<string, string?, string> Airfields { get; } = new()
    {
        { "Karup", "EKKA", Fine },
        { "none", null, Fine },
        { "blank", " ", Fine },
        { "small letters", "ekka", "Icao" },
        { "three", "EKK", "Icao" },
        { "five", "EKKAA", "Icao" },
        { "a digit", "EKK1", "Icao" },
        { "Danish letter", "EKKÅ", "Icao" },
    };

    public static TheoryData<string, string?, string> Names { get; } = new()
    {
        { "markup is text", "<script>alert(1)</script>", Fine },
        { "other letters", "Søværnet 海军", Fine },
        { "longest", new string('n', Organization.MaxName), Fine },
        { "none", null, "Name" },
        { "blank", "\t ", "Name" },
        { "too long", new string('n', Organization.MaxName + 1), "Name" },
        { "two lines", "One\nTwo", "Name" },
        { "null character", "One\0Two", "Name" },
        { "escape", "One\u001b[31mTwo", "Name" },
    };

    [Theory]
    [MemberData(nameof(ShortNames))]
    public void ShortName_OfEveryRecord_IsChecked(string label, string? code, string field)
    {
        Check(label, field, () => Organization.Create(code, "One", null, null, "DK", "agency", Ours));
        Check(label, field, () => Site.Create(code?.Length > Organization.MaxCode ? new string('a', Site.MaxCode + 1) : code, "One", "port", "DK", null, null, null, Ours));
        Check(label, field.Length == 0 ? field : "Slug", () => Category.Create(code?.Length > Organization.MaxCode ? new string('a', Category.MaxSlug + 1) : code, "One", "Words.", Ours));
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void Country_OfAnOrganization_IsChecked(string label, string? country, string field) =>
        Check(label, field, () => Organization.Create("one", "One", null, null, country, "agency", Ours));

    [Theory]
    [InlineData("Greenland", "GL", Fine)]
    [InlineData("two", "US/CA", "Territory")]
    [InlineData("international", "INT", "Territory")]
    [InlineData("no such territory", "ZZ", "Territory")]
    public void Territory_OfASite_IsOneCode(string label, string territory, string field) =>
        Check(label, field, () => Site.Create("one", "One", "port", territory, null, null, null, Ours));

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Coordinate_OfASite_IsAPlaceOnEarthOrNone(string label, double? latitude, double? longitude, string field) =>
        Check(label, field, () => Site.Create("one", "One", "port", "DK", latitude, longitude, null, Ours));

    [Theory]
    [MemberData(nameof(Airfields))]
    public void Icao_OfASite_IsFourCapitalLettersOrNone(string label, string? icao, string field) =>
        Check(label, field, () => Site.Create("one", "One", "port", "DK", null, null, icao, Ours));

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_OfAnOrganization_IsOneLineOfText(string label, string? name, string field) =>
        Check(label, field, () => Organization.Create("one", name, null, null, "DK", "agency", Ours));

    [Fact]
    public void Change_Refused_ChangesNothing()
    {
        var site = Site.Create("one", "One", "port", "DK", 1, 2, "EKKA", Ours);

        Assert.ThrowsAny<Exception>(() => site.Change("Two", "radar", "GL", 3, 400, "BGTL", Ours));

        Assert.Equal(("One", "port", "DK", 1d, 2d, "EKKA", 0L), (site.Name, site.Kind, site.Territory, site.Latitude, site.Longitude, site.Icao, site.Version));
    }

    [Fact]
    public void Change_Done_IsANewVersionOfTheSameShortName()
    {
        var category = Category.Create("one", "One", "Words.", Ours);

        category.Change(" Two ", "More\r\nwords.", Ours);

        Assert.Equal(("one", "Two", "More words.", 1L), (category.Slug, category.Name, category.ArticleText, category.Version));
    }

    private static void Check(string label, string field, Func<object> create)
    {
        var thrown = Record.Exception(create);
        var named = thrown switch
        {
            InvalidInputException e => e.Field,
            null => Fine,
            _ => thrown.ToString(),
        };
        Assert.True(field == named, $"{label}: {(named == Fine ? "taken" : named)}");
        // What is wrong and the remedy, or of what is missing the remedy alone.
        if (thrown is not null) Assert.Matches("^Enter |: ", thrown.Message);
    }
}
