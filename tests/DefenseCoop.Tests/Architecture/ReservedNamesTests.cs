using System.Text.RegularExpressions;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Codes and short names that people choose never stand where the program has a name of its own.</summary>
public sealed partial class ReservedNamesTests
{
    /// <summary>Every id that is written into a page, as far as it is fixed: what stands before or behind a value, too.</summary>
    [Fact]
    public void Has_EveryPlaceOnAPage_IsTrue()
    {
        var ids = RepositoryFiles.Under("src/DefenseCoop.Web", "*.razor")
            .SelectMany(f => Id().Matches(RepositoryFiles.Read(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        var named = ids.Select(i => Value().Replace(OfField().Replace(i, "f-Title"), "BE-1")).Where(i => i != "BE-1").ToList();

        Assert.True(named.Count > 60, $"Only {named.Count} ids were found.");
        var missing = named.Where(n => !ReservedNames.Has(n)).ToList();
        Assert.True(missing.Count == 0, $"Add to Domain/ReservedNames what is fixed in {string.Join(", ", missing)}.");
    }

    /// <summary>Every segment of an address that stands where a code may stand as well.</summary>
    [Fact]
    public void Has_EverySegmentBesideACode_IsTrue()
    {
        var routes = RepositoryFiles.Under("src/DefenseCoop.Web", "*.razor")
            .SelectMany(f => Route().Matches(RepositoryFiles.Read(f)).Select(m => m.Groups[1].Value.Split('/')))
            .ToList();
        var beside = from one in routes
                     from other in routes
                     where one.Length == other.Length
                     from i in Enumerable.Range(0, one.Length)
                     where other[i].StartsWith('{') && !one[i].StartsWith('{')
                         && one.Take(i).Zip(other.Take(i)).All(p => p.First == p.Second || p.Second.StartsWith('{'))
                     select one[i];

        Assert.Contains("new", beside);
        Assert.DoesNotContain(beside, b => !ReservedNames.Has(b));
    }

    [Theory]
    [InlineData("new", true)]
    [InlineData("NEW", true)]
    [InlineData("Why", true)]
    [InlineData("main", true)]
    [InlineData("h-open", true)]
    [InlineData("IN-1-h", true)]
    [InlineData("BE-1", false)]
    [InlineData("new-1", false)]
    [InlineData("maine", false)]
    [InlineData("maritime-arctic", false)]
    [InlineData("us-eucom", false)]
    [InlineData("F-35", false)]
    [InlineData("f-16a", false)]
    [InlineData("H-145", false)]
    [InlineData("H-1", false)]
    [InlineData("RED-LIST", false)]
    [InlineData("watch-list", false)]
    [InlineData("f-Title-list", true)]
    [InlineData("F-Title", true)]
    [InlineData("why-hint", true)]
    [InlineData("h-", true)]
    public void Has_Name_IsAsExpected(string name, bool isReserved) => Assert.Equal(isReserved, ReservedNames.Has(name));

    [Theory]
    [InlineData("new")]
    [InlineData("why")]
    [InlineData("main")]
    [InlineData("delete")]
    public void Address_OfAReservedShortName_IsRefusedByName(string name)
    {
        var refusal = Assert.Throws<InvalidInputException>(
            () => Guard.Address(name, Category.MaxSlug, "ShortName"));
        Assert.Contains($"“{name}” is a name that the program itself uses: write another one.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starter_Codes_AreNoneOfThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        List<string> codes =
        [
            .. await db.Initiatives.Select(i => i.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Milestones.Select(m => m.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Indicators.Select(i => i.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Sources.Select(s => s.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Sites.Select(s => s.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Organizations.Select(o => o.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Exercises.Select(e => e.Code).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.Categories.Select(c => c.Slug).ToListAsync(TestContext.Current.CancellationToken),
            .. await db.FocusAreas.Select(a => a.Slug).ToListAsync(TestContext.Current.CancellationToken),
        ];

        Assert.True(codes.Count > 300, $"Only {codes.Count} codes were read.");
        Assert.DoesNotContain(codes, ReservedNames.Has);
    }

    [GeneratedRegex("""\sid="([^"]+)"(?=[\s/>])""")]
    private static partial Regex Id();

    /// <summary>What stands at a field: before it is the id of the field, which is no code.</summary>
    [GeneratedRegex(@"^@Id(?=-)")]
    private static partial Regex OfField();

    /// <summary>A value within an id, as @name, @(row.Code) or @row.Code.</summary>
    [GeneratedRegex(@"@\([^)]*\)|@[A-Za-z.]+(?:\([^)]*\))?")]
    private static partial Regex Value();

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex Route();
}
