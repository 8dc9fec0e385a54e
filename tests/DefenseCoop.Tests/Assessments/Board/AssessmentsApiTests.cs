using System.Net;
using System.Text.Json;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>Assessments for programs.</summary>
public sealed class AssessmentsApiTests(BoardStage stage) : IClassFixture<BoardStage>
{
    private const string Address = "/api/v1/assessments";

    [Theory]
    [InlineData("", 1)]
    [InlineData("focusArea=cybersecurity", 1)]
    [InlineData("focusArea=Cybersecurity&period=2026-q3&state=published", 1)]
    [InlineData("focusArea=base-expansion", 0)]
    [InlineData("period=2026-Q4", 0)]
    [InlineData("period=2026-Q4&period=2026-Q3", 1)]
    [InlineData("asOf=2026-10-11", 0)]
    [InlineData("page=2", 0)]
    public async Task List_Visitor_GetsPublishedOnes(string query, int count)
    {
        using var json = await ReadAsync(stage.Visitor, $"{Address}?{query}");

        Assert.Equal(count, json.RootElement.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("", 14)]
    [InlineData("state=Draft", 11)]
    [InlineData("state=Submitted&state=Returned", 2)]
    [InlineData("period=2026-Q4&state=Draft&focusArea=cybersecurity", 1)]
    [InlineData("asOf=2026-11-22", 1)]
    public async Task List_Editor_GetsAll(string query, int total)
    {
        using var json = await ReadAsync(stage.Editor, $"{Address}?{query}");

        Assert.Equal(total, json.RootElement.GetProperty("total").GetInt32());
        Assert.All(
            json.RootElement.GetProperty("items").EnumerateArray(),
            i => Assert.Equal(JsonValueKind.Null, i.GetProperty("evidence").ValueKind));
    }

    [Theory]
    [InlineData("focusArea", "focusArea=space")]
    [InlineData("period", "period=2026-Q5")]
    [InlineData("period", "period=last")]
    [InlineData("state", "state=Ready")]
    [InlineData("state", "state=Draft")]
    [InlineData("size", "size=51")]
    [InlineData("page", "page=0")]
    [InlineData("asOf", "asOf=tomorrow")]
    [InlineData("nonsense", "nonsense=1")]
    public async Task List_WhatCannotBeUsed_IsAnErrorThatNamesIt(string name, string query)
    {
        var answer = await stage.Visitor.GetAsync($"{Address}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
        using var json = JsonDocument.Parse(answer.Body);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateObject());
        Assert.Equal(name, error.Name);
        Assert.All(error.Value.EnumerateArray(), m => Assert.EndsWith(".", m.GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_Published_HasItsFrozenEvidence()
    {
        using var json = await ReadAsync(stage.Visitor, $"{Address}/{BoardStage.Published}");
        var one = json.RootElement;

        Assert.Equal("as it was", one.GetProperty("evidence").GetProperty("area").GetString());
        Assert.Equal(
            ("cybersecurity", "2026-Q3", "Published", "AtRisk", "OnTrack", "Adjust", "Eva", "Mia"),
            (Text("focusArea"), Text("period"), Text("state"), Text("judgement"),
             Text("computed"), Text("decision"), Text("submittedBy"), Text("publishedBy")));
        Assert.Equal("2026-10-12T12:00:00Z", Text("publishedAt"));
        Assert.Equal("/focus-areas/cybersecurity/assessments/2026-Q3?revision=1", Text("url"));
        Assert.Equal(3, one.GetProperty("actions").GetArrayLength());

        string? Text(string name) => one.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("2026-11-01", "Open", null, null)]
    [InlineData("2026-11-02", "Done", "The report is public.", "2026-11-02")]
    public async Task Actions_OfADay_AreAsTheyStoodThen(string day, string state, string? outcome, string? closed)
    {
        using var list = await ReadAsync(stage.Visitor, $"{Address}?asOf={day}");
        using var one = await ReadAsync(stage.Visitor, $"{Address}/{BoardStage.Published}?asOf={day}");
        foreach (var assessment in new[] { list.RootElement.GetProperty("items")[0], one.RootElement })
        {
            var action = assessment.GetProperty("actions")
                .EnumerateArray()
                .Single(a => a.GetProperty("text").GetString() == BoardStage.Done);
            Assert.Equal(
                (state, outcome, closed),
                (action.GetProperty("state").GetString(), action.GetProperty("outcome").GetString(),
                 action.GetProperty("closedOn").GetString()));
        }
    }

    [Theory]
    [InlineData(BoardStage.Submitted, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData(BoardStage.Published, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("nothing-2026-Q3", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task One_NotPublished_IsForThoseWhoMaySeeDrafts(string code, HttpStatusCode visitor, HttpStatusCode editor)
    {
        var answer = await stage.Visitor.GetAsync($"{Address}/{code}");

        Assert.Equal(visitor, answer.Status);
        if (visitor == HttpStatusCode.NotFound) Assert.Equal("application/problem+json", answer.Headers["Content-Type"]);
        Assert.Equal(editor, (await stage.Editor.GetAsync($"{Address}/{code}")).Status);
    }

    private static async Task<JsonDocument> ReadAsync(Browser browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{address}: {answer.Status} {answer.Body}");
        return JsonDocument.Parse(answer.Body);
    }
}
