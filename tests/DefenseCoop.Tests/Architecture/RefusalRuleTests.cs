using System.Text.RegularExpressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Domain and commands refuse by one family of exceptions, and one place says how each is answered.</summary>
public sealed partial class RefusalRuleTests
{
    private const string Words = "It is wrong: write something else.";

    public static TheoryData<string, Exception, int, string> Refused { get; } = new()
    {
        { "wrong value", new InvalidInputException("Title", Words), 422, "Title" },
        { "wrong form", new InvalidInputException(Words), 422, "" },
        { "missing right", new NotAllowedException(Right.RecordEvidence), 403, "" },
        { "old sign-in", new SignInAgainException(), 403, "" },
        { "gone", new RecordGoneException(Words), 410, "" },
        { "conflict", new ConflictException(Words), 409, "" },
        { "conflict of a field", new ConflictException(Words, "Period"), 409, "Period" },
        { "another writer was faster", new ChangedMeanwhileException(), 409, "" },
        { "full disk", new SqliteException("full", raw.SQLITE_FULL), 503, "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Of_WhatIsRefused_HasStatusFieldAndWords(string label, Exception thrown, int status, string field)
    {
        var refusal = Refusal.Of(thrown);

        Assert.NotNull(refusal);
        Assert.Equal((label, status, field), (label, refusal.Status, refusal.Field));
        Assert.Equal(StorageFailure.Explain(thrown) ?? thrown.Message, refusal.Words);
        Assert.Equal(thrown is SignInAgainException, refusal.AsksToSignIn);
    }

    [Fact]
    public void Of_EveryKindThatThereIs_IsInTheTable()
    {
        var kinds = new[] { typeof(RefusedException).Assembly, typeof(StorageFailure).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(RefusedException)));

        Assert.Equal([], kinds.Except(Refused.Select(r => r.Data.Item2.GetType())));
    }

    [Fact]
    public void Of_AMistakeOfTheProgram_IsNull() => Assert.Null(Refusal.Of(new ArgumentException("no field of a form", nameof(Words))));

    [Fact]
    public void ShowIn_AFullDisk_SaysThatWhatWasEnteredIsStillHere()
    {
        var errors = new FormErrors();
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };

        Refusal.Of(new SqliteException("full", raw.SQLITE_FULL))!.ShowIn(http, errors, "Outcome");

        Assert.Equal(503, http.Response.StatusCode);
        Assert.EndsWith("What you entered is still here.", errors[""], StringComparison.Ordinal);
    }

    [Fact]
    public void ShowIn_AFieldOfAnotherName_StandsThere()
    {
        var errors = new FormErrors();

        Refusal.Of(new InvalidInputException("Outcome", Words))!.ShowIn(new DefaultHttpContext(), errors, "outcome-1");

        Assert.Equal([new("outcome-1", Words)], errors.All);
    }

    /// <summary>What is said to people is never cut out of what .NET says to programmers.</summary>
    [Fact]
    public void Source_Refusals_AreOfTheFamily() => Assert.Empty(
        Hits("src", Cutting()).Concat(Hits("src/DefenseCoop.Domain", OfNoFamily())).Concat(Hits("src/DefenseCoop.Data", OfNoFamily())));

    [Fact]
    public void Web_StatusOfARefusal_IsSaidAtOnePlace() => Assert.Equal(
        ["src/DefenseCoop.Web/Shared/Refusal.cs"],
        Hits("src/DefenseCoop.Web", Translation()).Select(h => h.Split(':')[0]).Distinct());

    /// <summary>
    /// Whatever stands in the way of a form, also a full disk, is answered in its page with what was entered: each is sent
    /// to a page that asks for that, or hands what is sent to such a one.
    /// </summary>
    [Fact]
    public void EveryForm_OfAPage_AnswersARefusalInThePage()
    {
        var forms = RepositoryFiles.Under("src/DefenseCoop.Web", "*.razor")
            .Where(f => RepositoryFiles.Read(f).Contains("@formname", StringComparison.Ordinal)).ToList();
        var answered = RepositoryFiles.Under("src/DefenseCoop.Web", "*.cs").Concat(forms)
            .Where(f => Answering().IsMatch(RepositoryFiles.Read(f))).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(forms.Count, 20, 60);
        Assert.DoesNotContain(
            forms, f => !answered.Contains(f) && !answered.Contains($"{f}.cs") && !HandsOn().IsMatch(RepositoryFiles.Read(f)));
    }

    [Theory]
    [InlineData("throw new ArgumentException(\"no date\");", true)]
    [InlineData("throw new ArgumentException($\"{field} is empty\", field)", true)]
    [InlineData("ArgumentNullException.ThrowIfNull(context);", false)]
    [InlineData("throw new InvalidInputException(field, \"It is empty.\")", false)]
    public void OfNoFamily_Sample_IsTold(string code, bool isNone) => Assert.Equal(isNone, OfNoFamily().IsMatch(code));

    private static IEnumerable<string> Hits(string folder, Regex forbidden) =>
        from pattern in new[] { "*.cs", "*.razor" }
        from file in RepositoryFiles.Under(folder, pattern)
        from line in RepositoryFiles.Read(file).Split('\n').Index()
        where forbidden.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"\(Parameter '?""|\(Parameter '\{|\.ParamName\b")]
    private static partial Regex Cutting();

    [GeneratedRegex(@"\bTryAsync\(|Refusal\.Of\(")]
    private static partial Regex Answering();

    [GeneratedRegex(@"@onsubmit=""On\w+""")]
    private static partial Regex HandsOn();

    [GeneratedRegex(@"\bnew ArgumentException\(")]
    private static partial Regex OfNoFamily();

    [GeneratedRegex(
        @"\b(InvalidInput|NotAllowed|SignInAgain|RecordGone|Conflict)Exception\w* \w+( when .*)?(\)| =>)|StorageFailure\.Explain\(")]
    private static partial Regex Translation();
}
