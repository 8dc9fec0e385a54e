using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Starter;

/// <summary>Notes of the starter file are written for readers, not for whoever compiled it.</summary>
public sealed partial class ReaderNotesTests
{
    [Fact]
    public void Notes_OfTheOwnFile_TellNobodyWhatToDoWithTheData() =>
        Assert.DoesNotContain(Notes(StarterFiles.OwnContent()), n => Instruction().IsMatch(n));

    [Theory]
    [InlineData("Wikipedia text; re-verify.", true)]
    [InlineData("Keep both with sources.", true)]
    [InlineData("show every record with its status_as_of date", true)]
    [InlineData("Press summary; check the FE document.", true)]
    [InlineData("Exact date not in store.", true)]
    [InlineData("A count by Cirium; other sources say 21.", false)]
    [InlineData("Danish side: no detailed agreement concluded.", false)]
    public void Instruction_Sample_IsTold(string note, bool isOne) => Assert.Equal(isOne, Instruction().IsMatch(note));

    private static IEnumerable<string> Notes(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(m => m is { Key: "note", Value: JsonValue note } ? [note.ToString()] : Notes(m.Value)),
        JsonArray list => list.SelectMany(Notes),
        _ => [],
    };

    [GeneratedRegex(
        @"re-?(?:verify|check)|\bcheck (?:the|against)\b|\bkeep\b|\bshow (?:every|each|all|no)\b"
            + @"|never join|in store|memory only|before (?:publish|shipp)ing|\b[a-z]+_[a-z_]+\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Instruction();
}
