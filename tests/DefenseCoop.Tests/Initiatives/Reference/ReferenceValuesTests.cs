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
    public void ShortName_OfEveryRecord_IsChecked(string label, string? code, string field) =>
        Check(label, field, () => Guard.Address(code, Organization.MaxCode, "Code"));

    [Theory]
    [MemberData(nameof(Countries))]
    public void Country_OfAnOrganization_IsChecked(string label, string? country, string field) =>
        Check(label, field, () => NewOrganization().BelongTo(country));

    [Theory]
    [InlineData("Greenland", "GL", Fine)]
    [InlineData("two", "US/CA", "Territory")]
    [InlineData("international", "INT", "Territory")]
    [InlineData("no such territory", "ZZ", "Territory")]
    public void Territory_OfASite_IsOneCode(string label, string territory, string field) =>
        Check(label, field, () => NewSite().LieIn(territory));

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Coordinate_OfASite_IsAPlaceOnEarthOrNone(string label, double? latitude, double? longitude, string field) =>
        Check(label, field, () => NewSite().Locate(latitude, longitude));

    [Theory]
    [MemberData(nameof(Airfields))]
    public void Icao_OfASite_IsFourCapitalLettersOrNone(string label, string? icao, string field) =>
        Check(label, field, () => NewSite().NameAirfield(icao));

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_OfEveryRecord_IsOneLineOfText(string label, string? name, string field)
    {
        Check(label, field, () => NewOrganization().Rename(name));
        Check(label, field, () => NewSite().Rename(name));
        var isTooLongHere = name?.Length is > Category.MaxName and <= Organization.MaxName;
        Check(label, isTooLongHere ? "Name" : field, () => NewCategory().Rename(name));
    }

    [Fact]
    public void Change_Refused_ChangesNothing()
    {
        var site = NewSite();
        site.Locate(1, 2);
        site.NameAirfield("EKKA");
        var version = site.Version;

        Assert.ThrowsAny<Exception>(() => site.Locate(3, 400));
        Assert.ThrowsAny<Exception>(() => site.NameAirfield("ekka"));
        Assert.ThrowsAny<Exception>(() => site.LieIn("XX"));

        Assert.Equal(
            ("One", "port", "DK", 1d, 2d, "EKKA", version),
            (site.Name, site.Kind, site.Territory, site.Latitude, site.Longitude, site.Icao, site.Version));
    }

    [Fact]
    public void Change_Done_IsANewVersionOfTheSameShortName()
    {
        var category = NewCategory();

        category.Rename(" Two ");
        category.Describe("More\r\nwords.");

        Assert.Equal(("one", "Two", "More words.", 2L), (category.Slug, category.Name, category.ArticleText, category.Version));
    }

    private static Category NewCategory() => Category.Create("one", "One", "Words.", Ours);

    private static Organization NewOrganization() => Organization.Create("one", "One", "DK", "agency", Ours);

    private static Site NewSite() => Site.Create("one", "One", "port", "DK", Ours);

    private static void Check(string label, string field, Action change)
    {
        var thrown = Record.Exception(change);
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
