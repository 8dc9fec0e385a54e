using System.Globalization;
using System.Text.Json;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Starter;

/// <summary>The starter file against the database, by a count and a reading of the JSON of their own.</summary>
public sealed class NothingLostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files() => StarterFiles.All();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_EveryFieldWithContent_IsStored(string file)
    {
        await using var database = await TestDatabase.CreateAsync(file);
        await using var context = database.NewContext();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Stop));
        var stored = new StoredRecords(context).All();

        foreach (var section in document.RootElement.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Array))
        {
            var expected = section.Value.EnumerateArray().Select(r => Fields.Of(r).Content()).Order(StringComparer.Ordinal);
            var actual = stored[section.Name].Select(r => r.Content()).Order(StringComparer.Ordinal);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_FrameworkTable_IsStoredValueByValue(string file)
    {
        await using var database = await TestDatabase.CreateAsync(file);
        await using var context = database.NewContext();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Stop));
        var table = document.RootElement.GetProperty("danish_framework_table");
        var unit = table.GetProperty("unit").GetString();

        var expected = table.EnumerateObject().Where(r => r.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(r =>
                r.Value.EnumerateObject().Select(c => (r.Name, int.Parse(c.Name, CultureInfo.InvariantCulture), c.Value.GetDecimal())));
        var figures = await context.SpendingFigures.Where(f => f.Vintage == null).OrderBy(f => f.Position).ToListAsync(Stop);

        Assert.Equal(expected, figures.Select(f => (f.Measure, f.Year, f.Value)));
        Assert.All(figures, f => Assert.Equal((unit, Provenance.Confirmed), (f.Unit, f.Attribution.Provenance)));
        var codes = figures.Select(f => f.Code).ToList();
        Assert.Equal(
            codes.Count,
            await context.Citations.CountAsync(
                c => c.Kind == SubjectKind.SpendingFigure && codes.Contains(c.SubjectCode) && c.Source.Code == "S-FMN-EXP", Stop));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_Meta_IsKeptWhole(string file)
    {
        await using var database = await TestDatabase.CreateAsync(file);
        await using var context = database.NewContext();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Stop));

        var texts = Leaves(document.RootElement.GetProperty("meta")).ToList();

        var notes = context.Set<DataSetNote>();
        Assert.Equal(texts, await notes.OrderBy(n => n.Position).Select(n => n.Text).ToListAsync(Stop));
        Assert.Equal("2026-11-30", await notes.Where(n => n.Key == "compiled_on").Select(n => n.Text).SingleAsync(Stop));
        Assert.Equal(4, await notes.CountAsync(n => n.Key.StartsWith("caveats."), Stop));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_CountsByKind_AreThoseOfTheFile(string file)
    {
        await using var database = await TestDatabase.CreateAsync(file);
        await using var context = database.NewContext();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Stop));
        var root = document.RootElement;

        Assert.Equal(Length(root, "initiatives"), await context.Initiatives.CountAsync(Stop));
        Assert.Equal(Length(root, "milestones"), await context.Milestones.CountAsync(Stop));
        Assert.Equal(Length(root, "indicators"), await context.Indicators.CountAsync(Stop));
        Assert.Equal(Length(root, "readings"), await context.Readings.CountAsync(Stop));
        Assert.Equal(Length(root, "sources"), await context.Sources.CountAsync(Stop));
        Assert.Equal(Length(root, "events"), await context.Events.CountAsync(Stop));
        Assert.Equal(Length(root, "exercise_editions"), await context.Set<ExerciseEdition>().CountAsync(Stop));
        Assert.Equal(Length(root, "agreements"), await context.Agreements.CountAsync(Stop));
        Assert.Equal(Length(root, "recommendations"), await context.Recommendations.CountAsync(Stop));
        Assert.Equal(Length(root, "categories"), await context.FocusAreas.CountAsync(Stop));
        Assert.Equal(Length(root, "initiatives"), await context.Contributions.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Import_SourceLinksByKind_AreThoseOfTheFile(string file)
    {
        await using var database = await TestDatabase.CreateAsync(file);
        await using var context = database.NewContext();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, Stop));
        var root = document.RootElement;
        var cells = root.GetProperty("danish_framework_table")
            .EnumerateObject()
            .Sum(r => r.Value.ValueKind == JsonValueKind.Object ? r.Value.EnumerateObject().Count() : 0);
        var expected = new Dictionary<SubjectKind, int>
        {
            [SubjectKind.Category] = Links(root, "categories", ""),
            [SubjectKind.Organization] = Links(root, "organisations", ""),
            [SubjectKind.Site] = Links(root, "sites", ""),
            [SubjectKind.Agreement] = Links(root, "agreements", "signed") + Links(root, "agreements", "in_force"),
            [SubjectKind.Provision] = Links(root, "agreements", "provisions"),
            [SubjectKind.Initiative] = Links(root, "initiatives", "") + Links(root, "initiatives", "description")
                + Links(root, "initiatives", "start") + Links(root, "initiatives", "end"),
            [SubjectKind.Contribution] = 2 * Length(root, "initiatives"),
            [SubjectKind.Milestone] = Links(root, "milestones", ""),
            [SubjectKind.Baseline] = Links(root, "indicators", "baseline"),
            [SubjectKind.Target] = Links(root, "indicators", "target") + Links(root, "indicators", "alt_targets"),
            [SubjectKind.Reading] = Links(root, "readings", ""),
            [SubjectKind.Edition] = Links(root, "exercise_editions", ""),
            [SubjectKind.Event] = Links(root, "events", ""),
            [SubjectKind.SpendingFigure] = Links(root, "spending_series", "") + cells,
            [SubjectKind.Recommendation] = Links(root, "recommendations", ""),
        };

        var actual = await context.Citations.GroupBy(c => c.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, Stop);

        Assert.Equal(expected.Where(e => e.Value > 0).OrderBy(e => e.Key), actual.OrderBy(a => a.Key));
    }

    private static int Length(JsonElement root, string section) => root.TryGetProperty(section, out var list) ? list.GetArrayLength() : 0;

    /// <summary>How many sources the records of a section name, at the record itself or in one of its fields.</summary>
    private static int Links(JsonElement root, string section, string field)
    {
        if (!root.TryGetProperty(section, out var list)) return 0;
        var facts = list.EnumerateArray().Select(r => field.Length == 0 ? r : r.GetProperty(field))
            .SelectMany(f => f.ValueKind == JsonValueKind.Array ? f.EnumerateArray().AsEnumerable() : [f]);
        return facts.Sum(
            f => f.ValueKind == JsonValueKind.Object && f.TryGetProperty("source_ids", out var ids) ? ids.GetArrayLength() : 0);
    }

    private static IEnumerable<string> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Leaves(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        _ => [element.ToString()],
    };
}
