using System.Text.RegularExpressions;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>What the product says is in American spelling, and says nothing of how its data was made. Names and titles are data.</summary>
public sealed partial class WordsTests
{
    /// <summary>File, word, and why it may stand there.</summary>
    private static readonly (string File, string Word, string Why)[] Exceptions =
    [
        ("src/DefenseCoop.Data/Assessments/AssessmentRecords.cs", "Judgement", "a field's name in histories, which stand in hashes"),
        ("src/DefenseCoop.Data/Starter/Mapping/ReferenceMapping.cs", "organisations", "a key of the starter file"),
        ("src/DefenseCoop.Data/Starter/StarterSections.cs", "organisations", "a key of the starter file"),
        ("src/DefenseCoop.Data/Starter/StarterWords.cs", "SEED", "a code of the starter file, so that another is shown"),
        ("src/DefenseCoop.Data/Starter/StarterWords.cs", "cancelled", "a word of the starter file"),
        ("src/DefenseCoop.Data/Starter/StarterWords.cs", "defence", "a word of the starter file"),
        ("src/DefenseCoop.Domain/Assessments/TextPartNames.cs", "judgement", "a field's name in forms, scripts and drafts"),
        ("src/DefenseCoop.Domain/Initiatives/Category.cs", "seed_text", "a key of the starter file, in a message to whoever writes it"),
        ("src/DefenseCoop.Domain/Sources/Source.cs", "article:", "recognized so that it is not shown"),
        ("src/DefenseCoop.Domain/Sources/Source.cs", "seed", "recognized so that it is not shown"),
        ("src/DefenseCoop.Web/Hosting/Verbs/CommandLine.cs", "seed", "the verb"),
        ("README.md", "seed", "the verb"),
    ];

    [Fact]
    public void Text_OfTheProduct_IsInAmericanSpelling() => Assert.Equal("", Told(BritishWords.In));

    [Fact]
    public void Text_OfTheProduct_SaysNothingOfHowTheDataWasMade() => Assert.Equal("", Told(t => Making().Matches(t).Select(m => m.Value)));

    /// <summary>Of a field that is empty it is said what to do, in one wording: "Enter the title."</summary>
    [Fact]
    public void Text_OfAnEmptyField_SaysToEnterIt() => Assert.Equal("", Told(t => EmptyField().Matches(t).Select(m => m.Value)));

    [Fact]
    public void Exceptions_All_AreNeeded() => Assert.All(
        Exceptions,
        e => Assert.Contains(WrittenText.Of(e.File, RepositoryFiles.Read(e.File)), t => t.Text.Contains(e.Word, StringComparison.Ordinal)));

    [Fact]
    public void Words_OfEveryChoice_AreInAmericanSpelling() => Assert.Empty(BritishWords.In(string.Join(' ',
    [
        .. Enum.GetValues<Stage>().Select(Words.Of), .. Enum.GetValues<AssessedStatus>().Select(Words.Of),
        .. Enum.GetValues<EvidenceAge>().Select(Words.Of),
        .. FormCatalog.Names.SelectMany(n => FormCatalog.BareSpec(FormCatalog.Find(n)!, SpecUse.New).Fields)
            .SelectMany(f => f.Options).Select(o => o.Words),
    ])));

    [Theory]
    [InlineData("Defence programme, centre, judgement", "Defence programme centre judgement")]
    [InlineData(
        "They organise and modernise; modernisation favours a coloured licence.",
        "organise modernise modernisation favours coloured licence")]
    [InlineData(
        "cancelled, labelled, travelling, grey, metres, fulfil, catalogue, analyse, cheque",
        "cancelled labelled travelling grey metres fulfil catalogue analyse cheque")]
    [InlineData(
        "An exercise otherwise promised, revised, raised, supervised, advised, precise; a canceled analysis of four hours, our center", "")]
    [InlineData("programmed, obey, they check, harmful, controlled, rolled, called, filled, installed, honest, labor, colony, raising", "")]
    public void BritishWords_Sample_AreTold(string text, string told) => Assert.Equal(told, string.Join(' ', BritishWords.In(text)));

    [Theory]
    [InlineData("a.cs", "var grey = 1; // grey\nSay(\"x grey\", $\"y {(is ? \"z\" : grey)} w\");", "x grey|y|w|z")]
    [InlineData("a.cs", "'\"' + @\"a \"\"b\"\"\" + \"\"\"c \"d\" e\"\"\"", "a \"\"b\"\"|c \"d\" e")]
    [InlineData("a.js", "// grey\nsay('x grey');", "'x grey'")]
    [InlineData("a.razor", "@* grey *@<p title=\"x\">@Grey.Of(y) grey</p>@code {\nstring Grey => \"z\";\n}", "grey|z")]
    public void WrittenText_Sample_IsRead(string file, string content, string read)
    {
        var pieces = WrittenText.Of(file, content).Select(t => t.Text.Trim()).Where(t => t.Length > 0).ToList();

        Assert.All(read.Split('|'), part => Assert.Contains(pieces, p => p.Contains(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(pieces, p => p.Contains("Grey", StringComparison.Ordinal));
        Assert.Equal(read.Split("grey").Length, string.Join('|', pieces).Split("grey").Length);
    }

    /// <summary>Every find in a line of its own.</summary>
    private static string Told(Func<string, IEnumerable<string>> find)
    {
        var files = Files().ToList();
        Assert.True(files.Count > 500, $"Only {files.Count} files were found.");
        return string.Join('\n',
            from file in files
            from text in WrittenText.Of(file, RepositoryFiles.Read(file))
            from word in find(text.Text)
            where !Exceptions.Any(e => e.File == file && e.Word == word)
            select $"{file}:{text.Line}: {word}");
    }

    private static IEnumerable<string> Files() =>
    [
        .. from pattern in new[] { "*.cs", "*.razor", "*.js" }
           from file in RepositoryFiles.Under("src", pattern)
           select file,
        .. RepositoryFiles.Under("docs", "*.md"),
        "README.md",
    ];

    /// <summary>Files and settings are given values; what people type is entered.</summary>
    [GeneratedRegex(@"\bempty: (write|enter|choose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyField();

    [GeneratedRegex(@"\bseed\w*|article:", RegexOptions.IgnoreCase)]
    private static partial Regex Making();
}
