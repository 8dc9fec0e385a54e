using System.Text.Json.Nodes;
using DefenseCoop.Data.Starter;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Starter;

/// <summary>Broken variants of the real file: each is refused in words that name the place, and nothing is created.</summary>
public sealed class BrokenStarterTests
{
    private static readonly Dictionary<string, (Action<JsonObject> Break, string[] Words)> Variants = new()
    {
        ["section missing"] = (f => f.Remove("milestones"), ["milestones: the section is missing"]),
        ["section unknown"] = (f => f["extras"] = new JsonArray(), ["extras: the section is unknown"]),
        ["section no list"] = (f => f["readings"] = "none", ["readings: is no list"]),
        ["no categories"] = (f => f["categories"] = new JsonArray(), ["categories: is empty"]),
        ["id twice"] = (f => f["sources"]![1]!["id"] = "S-SEED", ["sources[1] S-SEED", "is used twice"]),
        ["id missing"] = (f => f["sites"]![0]!["id"] = null, ["sites[0] Karup Air Base: id is missing"]),
        ["id with a slash"] = (f => f["initiatives"]![0]!["id"] = "BE/1", ["initiatives[0] BE/1", "may hold only letters"]),
        ["unknown source"] = (
            f => f["milestones"]![0]!["source_ids"]![0] = "S-NONE", ["milestones[0] BE-1-M1", "unknown source \"S-NONE\""]),
        ["source twice"] = (f => f["milestones"]![0]!["source_ids"]!.AsArray().Add("S-STATE-2022"), ["names \"S-STATE-2022\" twice"]),
        ["unknown category"] = (f => f["initiatives"]![0]!["category"] = "space", ["initiatives[0] BE-1", "unknown category \"space\""]),
        ["unknown organization"] = (
            f => f["initiatives"]![0]!["lead_orgs"]![0] = "dk-x", ["lead_orgs names the unknown organization \"dk-x\""]),
        ["unknown site"] = (f => f["initiatives"]![0]!["site_ids"]![0] = "moon", ["unknown site \"moon\""]),
        ["unknown agreement"] = (f => f["initiatives"]![0]!["agreement_id"] = "A-0", ["unknown agreement \"A-0\""]),
        ["unknown initiative"] = (
            f => f["milestones"]![3]!["initiative_id"] = "ZZ-1", ["milestones[3] BE-1-M4", "unknown initiative \"ZZ-1\""]),
        ["unknown indicator"] = (
            f => f["readings"]![0]!["indicator_id"] = "IN-0", ["readings[0] IN-BE1-SITES-R1", "unknown indicator \"IN-0\""]),
        ["unknown exercise"] = (f => f["exercises"]![0]!["name"] = "Nowhere", ["exercises[0] Nowhere", "no exercise with an edition"]),
        ["month 13"] = (
            f => f["milestones"]![3]!["actual_date"] = "2025-13", ["milestones[3] BE-1-M4: actual_date \"2025-13\" is no date"]),
        ["30 February"] = (f => f["initiatives"]![0]!["start"]!["value"] = "2022-02-30", ["start \"2022-02-30\" is no date"]),
        ["no date"] = (f => f["events"]![0]!["date"] = null, ["events[0]", "date is missing"]),
        ["backward period"] = (f => f["readings"]![0]!["period"] = "2025-2021", ["readings[0]", "ends before it starts"]),
        ["unknown word"] = (f => f["initiatives"]![0]!["status"] = "paused", ["status \"paused\" is unknown: use planned"]),
        ["unknown kind"] = (f => f["readings"]![0]!["kind"] = "guess", ["kind \"guess\" is unknown"]),
        ["unknown provenance"] = (f => f["sites"]![0]!["coordinate_provenance"] = "rumor", ["provenance \"rumor\" is unknown"]),
        ["tier 4"] = (f => f["sources"]![0]!["tier"] = 4, ["sources[0] S-SEED: source tier 4 is unknown"]),
        ["empty title"] = (f => f["initiatives"]![0]!["title"] = " ", ["initiatives[0] BE-1: initiative title is empty"]),
        ["long title"] = (
            f => f["initiatives"]![0]!["title"] = new string('x', 201), ["initiative title has 201 characters: shorten it to 200"]),
        ["text for a number"] = (
            f => f["readings"]![0]!["value"] = "many", ["readings[0] IN-BE1-SITES-R1: value \"many\" is not what is expected"]),
        ["text for a number, deeper"] = (
            f => f["indicators"]![0]!["target"]!["value"] = "all", ["indicators[0] IN-BE1-SITES: target.value \"all\""]),
        ["fraction for a count"] = (f => f["exercise_editions"]![0]!["ships"] = 1.5, ["exercise_editions[0] BALTOPS: ships \"1.5\""]),
        ["number missing"] = (f => f["readings"]![0]!["value"] = null, ["readings[0] IN-BE1-SITES-R1: value is missing"]),
        ["latitude 100"] = (f => f["sites"]![0]!["lat"] = 100, ["sites[0] karup: lat 100 is no place on earth"]),
        ["unknown field"] = (f => f["milestones"]![0]!["color"] = "red", ["milestones[0] BE-1-M1: color is no field that is known here"]),
        ["table cell"] = (
            f => f["danish_framework_table"]!["total"]!["2024"] = "x", ["danish_framework_table total 2024: is not a year with a number"]),
        ["end before start"] = (
            f => f["initiatives"]![0]!["end"]!["value"] = "1900", ["initiatives[0] BE-1: The end (1900) is before the start"]),
        ["day for what is pending"] = (
            f => (f["milestones"]![0]!["status"], f["milestones"]![0]!["actual_date"]) = ("pending", "2024"),
            ["milestones[0] BE-1-M1: There is a day on which it was met"]),
        ["target the wrong way"] = (
            f => f["indicators"]![0]!["direction"] = "down", ["indicators[0] IN-BE1-SITES: Downward is better, but the target is above"]),
        ["confirmed without a source"] = (
            f => f["readings"]![0]!["source_ids"] = new JsonArray(),
            ["readings[0] IN-BE1-SITES-R1: A public text is named by its source"]),
        ["edition backward"] = (
            f => f["exercise_editions"]![0]!["end"] = "1900", ["exercise_editions[0] BALTOPS: The end (1900) is before the start"]),
        ["two at once"] = (
            f => (f["milestones"]![0]!["actual_date"], f["readings"]![0]!["kind"]) = ("soon", "guess"),
            ["2 problems", "\"soon\"", "\"guess\""]),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names() => [.. Variants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Prepare_BrokenStarterFile_IsRefusedWithThePlaceAndCreatesNothing(string variant)
    {
        var (breakIt, words) = Variants[variant];
        var content = StarterFiles.OwnContent();
        breakIt(content);

        var message = await RefusalAsync(content.ToJsonString());

        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "is no JSON")]
    [InlineData("{ \"meta\": {}, ", "is no JSON")]
    [InlineData("{ \"sources\": [], \"sources\": [] }", "is no JSON")]
    [InlineData("[]", "is no object with sections")]
    public async Task Prepare_NoStarterFormat_IsRefused(string text, string words) =>
        Assert.Contains(words, await RefusalAsync(text), StringComparison.Ordinal);

    [Fact]
    public async Task Prepare_ManyProblems_NamesTwentyAndCountsTheRest()
    {
        var content = StarterFiles.OwnContent();
        foreach (var milestone in content["milestones"]!.AsArray().Take(30)) milestone!["status_as_of"] = "someday";

        var message = await RefusalAsync(content.ToJsonString());

        Assert.Contains("30 problems", message, StringComparison.Ordinal);
        Assert.Contains("and 10 more", message, StringComparison.Ordinal);
        Assert.Equal(20, message.Split("someday").Length - 1);
    }

    [Fact]
    public async Task Prepare_WrongRecord_IsNotAlsoReportedAsUnknown()
    {
        var content = StarterFiles.OwnContent();
        content["initiatives"]![0]!["title"] = "";

        Assert.DoesNotContain("unknown initiative", await RefusalAsync(content.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prepare_MissingStarterFile_IsRefusedWithTheRemedy()
    {
        using var folder = new TestFolder();
        await using var database = TestDatabase.Unprepared(folder.File("nowhere.json"));

        var refusal = await Assert.ThrowsAsync<StarterDataException>(() => database.Preparation.PrepareAsync(Stop));

        Assert.Contains("nowhere.json does not exist", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Starter:File", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(database.Folder));
    }

    private static async Task<string> RefusalAsync(string text)
    {
        using var folder = new TestFolder();
        var file = folder.File("broken.json");
        await File.WriteAllTextAsync(file, text, Stop);
        await using var database = TestDatabase.Unprepared(file);

        var refusal = await Assert.ThrowsAsync<StarterDataException>(() => database.Preparation.PrepareAsync(Stop));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(database.Folder));
        return refusal.Message;
    }
}
