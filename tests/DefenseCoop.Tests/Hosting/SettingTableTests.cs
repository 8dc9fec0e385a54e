using System.Text.RegularExpressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Tests.Architecture;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

/// <summary>There is one table of the settings: README shows it, and nothing is read past it.</summary>
public sealed partial class SettingTableTests
{
    [Fact]
    public void Readme_Settings_AreThoseOfTheTable()
    {
        var rows = Rows("README.md", "| setting | default | |\n|---|---|---|\n");

        Assert.Equal(Setting.All.Select(s => (s.Name, s.Default, s.Words)), rows);
    }

    /// <summary>It says more of each, in its own words: names and defaults are those of the table.</summary>
    [Fact]
    public void SignInDocument_SettingsOfTheProvider_AreThoseOfTheTable()
    {
        const string Section = "Authentication:OpenIdConnect:";
        var rows = Rows("docs/sign-in.md", $"| setting `{Section}…` | default | |\n|---|---|---|\n")
            .Select(cells => ($"{Section}{cells.Name}", cells.Default));

        Assert.Equal(
            Setting.All.Where(s => s.Name.StartsWith(Section, StringComparison.Ordinal)).Select(s => (s.Name, s.Default)), rows);
    }

    [Fact]
    public void Table_Names_AreWrittenOnce()
    {
        Assert.True(Setting.All.Count > 40, $"Only {Setting.All.Count} settings are in the table.");
        Assert.Distinct(Setting.All.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Table_Secrets_AreMarked() => Assert.Equal(
        Setting.All.Where(s => SecretName().IsMatch(s.Name)).Select(s => s.Name),
        Setting.All.Where(s => s.IsSecret).Select(s => s.Name));

    /// <summary>A name in code would be one that the table may not have.</summary>
    [Fact]
    public void Source_NamesOfSettings_StandInTheTableAlone()
    {
        var names = string.Join('|', Setting.All.Select(s => Regex.Escape(s.Name)));

        Assert.Empty(RepositoryFiles.CodeWith(new Regex($"(?<!name=)\"({names})\""), "src/DefenseCoop.Web/Settings/Setting.cs"));
        Assert.Empty(RepositoryFiles.CodeWith(Reading()));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Read_ANameThatIsNotInTheTable_IsNamed(string section)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>($"{section}:Unheard", "x")])
            .Build();

        var mistake = Assert.Throws<StartupException>(() => AppSettings.Read(configuration));

        Assert.Contains($"{section}:Unheard is not known: {section} has ", mistake.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Sections =>
        new(Setting.All.Select(s => s.Section).Distinct().Where(s => s is not ("" or "ConnectionStrings")));

    /// <summary>The rows of the table with that head.</summary>
    private static IEnumerable<(string Name, string Default, string Words)> Rows(string document, string head)
    {
        var text = RepositoryFiles.Read(document);
        var start = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        return text[start..text.IndexOf("\n\n", start, StringComparison.Ordinal)].Split('\n')
            .Select(row => row.Split('|')[1..^1].Select(Plain).ToArray())
            .Select(cells => (cells[0], cells[1], cells[2]));
    }

    private static string Plain(string cell) => Link().Replace(cell, "$1").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("Password$|Secret$|^ConnectionStrings:")]
    private static partial Regex SecretName();

    /// <summary>By a name of the product; what the host is told has names of its own.</summary>
    [GeneratedRegex(@"onfiguration(\[|\.GetValue<[^>]*>\()""(?!https?_ports?"")|\breader\[\$?""")]
    private static partial Regex Reading();
}
