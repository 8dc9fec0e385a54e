using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Every wrong input has its message at its field; nothing is stored, and nothing typed is lost.</summary>
public sealed class BadInputTests(EditStage stage) : IClassFixture<EditStage>
{
    private static readonly string Much = new('x', 200 * 1024);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// Form, code, what it belongs to, what is typed (;-separated),
    /// the field of the message, and how the message begins.
    /// </summary>
    public static TheoryData<string, string?, string?, string, string, string> Cases { get; } = new()
    {
        { "initiative", "BE-1", null, "Title=", "Title", "Enter the title." },
        { "initiative", "BE-1", null, "Title= \t ", "Title", "Enter the title." },
        { "initiative", "BE-1", null, "Title=MUCH", "Title", "Title has 204800 characters: shorten it to 200." },
        { "initiative", "BE-1", null, "Description=MUCH", "Description", "Description has 204800 characters: shorten it to 4000." },
        { "initiative", "BE-1", null, "Title=a\u0007b", "Title", "Title holds a line break or another control character" },
        { "initiative", "BE-1", null, "Description=a\u0000b", "Description",
            "Description holds a line break or another control character" },
        { "initiative", "BE-1", null, "Category=nowhere", "Category", "No category is known by “nowhere”" },
        { "initiative", "BE-1", null, "Stage=Dreaming", "Stage", "“Dreaming” is none of the choices" },
        { "initiative", "BE-1", null, "Stage=", "Stage", "Choose the stage." },
        { "initiative", "BE-1", null, "Start=2025-02-30", "Start", "“2025-02-30” is no date: February 2025 has 28 days." },
        { "initiative", "BE-1", null, "Start=2025-13", "Start", "“2025-13” is no date" },
        { "initiative", "BE-1", null, "Start=MUCH", "Start", "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is no date" },
        { "initiative", "BE-1", null, "Start=0001", "Start", "The year 1 is out of range" },
        { "initiative", "BE-1", null, "End=1999", "End", "The end (1999) is before the start" },
        { "initiative", "BE-1", null, "Start=2026", "Start",
            "The milestone BE-1-M1 Negotiations opened (10 Feb 2022) is before this start" },
        { "initiative", "BE-1", null, "Stage=Completed;End=", "End", "A completed initiative has an end" },
        { "initiative", "BE-1", null, "Stage=Completed;End=2031", "End", "This end has not come yet" },
        { "initiative", "BE-1", null, "Stage=Cancelled;StatusAsOf=", "StatusAsOf", "Write the day from which it is canceled" },
        { "initiative", "BE-1", null, "StatusAsOf=2031-01-01", "StatusAsOf",
            "1 Jan 2031 has not come yet: write a day up to today, 23 Nov 2026." },
        { "initiative", "BE-1", null, "Leads=dk-fmn\nnobody", "Leads", "No organization is known by “nobody”" },
        { "initiative", "BE-1", null, "Sites=atlantis", "Sites", "No site is known by “atlantis”" },
        { "initiative", "BE-1", null, "Agreement=A-0", "Agreement", "No agreement is known by “A-0”" },
        { "initiative", "BE-1", null, "Sources=S-NONE", "Sources", "No source is known by the code “S-NONE”" },
        { "initiative", "BE-1", null, "Sources=", "Sources", "A public text is named by its source" },
        { "initiative", "BE-1", null, "StartProvenance=none", "StartProvenance", "There is a value, so say where the start comes from" },
        { "initiative", "BE-1", null, "StartProvenance=rumor", "StartProvenance", "“rumor” is none of the choices" },
        { "initiative", null, null, "Title=New;Code=BE-1", "Code", "The code BE-1 is taken by another initiative" },
        { "initiative", null, null, "Title=New;Code=be-1", "Code", "The code BE-1 is taken by another initiative" },
        { "initiative", null, null, "Code=new", "Code", "“new” is a name that the program itself uses: write another one." },
        { "initiative", null, null, "Code=BE‑1", "Code", "“BE‑1” cannot be a code" },
        { "initiative", null, null, "Code=a b/c", "Code", "“a b/c” cannot be a code" },
        { "initiative", null, null, "Code=..", "Code", "“..” cannot be a code" },
        { "initiative", null, null, "Code=MUCH", "Code", "The code has 204800 characters: shorten it to 20." },
        { "milestone", "BE-1-M1", null, "Planned=2020", "Planned", "2020 is before the initiative’s start (10 Feb 2022)" },
        { "milestone", "BE-1-M1", null, "Actual=", "", "" },
        { "milestone", "BE-1-M1", null, "Actual=;StatusAsOf=", "Actual", "A milestone that is met was met on some day" },
        { "milestone", "BE-1-M1", null, "State=Pending", "State", "There is a day on which it was met, so it is not pending" },
        { "milestone", "BE-1-M1", null, "State=Cancelled;Actual=;StatusAsOf=", "StatusAsOf", "Write the day from which it is canceled" },
        { "milestone", "BE-1-M1", null, "Actual=2031", "Actual", "2031 has not come yet" },
        { "milestone", "BE-1-M1", null, "Planned=2024;PlannedProvenance=None",
            "PlannedProvenance", "There is a plan, so say where it comes from" },
        { "milestone", null, "BE-1", "Title=Main;Code=main", "Code", "“main” is a name that the program itself uses: write another one." },
        { "indicator", null, "BE-1", "Name=Why;Code=Why", "Code", "“Why” is a name that the program itself uses: write another one." },
        { "milestone", null, "BE-1", "Title=Twice;Code=be-1-m1", "Code", "The code BE-1-M1 is taken by another milestone" },
        { "milestone", null, "BE-1", "Title=Twice;Code=BE-1-M1", "Code", "The code BE-1-M1 is taken by another milestone" },
        { "indicator", "IN-BE1-SITES", null, "TargetValue=0;Direction=None",
            "Direction", "A target to hold has a right side: say whether" },
        { "indicator", "IN-BE1-SITES", null, "TargetKind=Hold;Direction=None",
            "Direction", "A target to hold has a right side: say whether" },
        { "indicator", "IN-BE1-SITES", null, "TargetKind=Hold;TargetValue=", "TargetKind", "There is no target to hold" },
        { "indicator", "IN-BE1-SITES", null, "TargetValue=-1", "TargetValue", "Upward is better, but the target is below the baseline" },
        { "indicator", "IN-BE1-SITES", null, "TargetBy=2020", "TargetBy", "The target’s day is not after the baseline" },
        { "indicator", "IN-BE1-SITES", null, "TargetValue=;TargetBy=2030", "TargetBy", "There is no target to be reached by then" },
        { "indicator", "IN-BE1-SITES", null, "BaselineValue=;BaselinePeriod=2020",
            "BaselinePeriod", "There is no baseline to have been measured then" },
        { "indicator", "IN-BE1-SITES", null, "ReportingMonths=0", "ReportingMonths", "Write a whole number from 1 to 240." },
        { "indicator", "IN-BE1-SITES", null, "ReportingMonths=2.5", "ReportingMonths", "Write a whole number from 1 to 240." },
        { "indicator", "IN-BE1-SITES", null, "TargetValue=many", "TargetValue", "“many” is no number" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=", "Value", "Enter the value." },
        { "reading", "IN-BE1-SITES-R1", null, "Value=1,500", "Value", "“1,500” can be 1\u202F500 or 1.5" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=1e3", "Value", "“1e3” is no number" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=99999999999999999999999999999", "Value", "This number has more than 15 digits" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=99999999999999999999", "Value", "The number 99999999999999999999 is out of range" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=0.12345678901234567", "Value", "This number has more than 15 digits" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=2.5", "Value", "“2.5” is no whole number, and sites are counted whole" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=3 bases", "Value", "“bases” stands with the number, and the value is kept in sites" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=Cold War peak", "Period", "“Cold War peak” is no date: write a day" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=30 Nov 2025;PeriodInWords=yes", "Period", "“30 Nov 2025” is a date: clear the box" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=2024e", "Period", "“2024e” is an estimate of 2024: choose “Estimate” as the kind" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=FY2025", "Period", "“FY2025” can be Oct 2024 to Sep 2025" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=03/04/2025", "Period", "“03/04/2025” can be 3 Apr 2025 or 4 Mar 2025" },
        { "initiative", "BE-1", null, "Start=2024e", "Start", "“2024e” is an estimate: write 2024 alone" },
        { "initiative", "BE-1", null, "Start=2018–2021", "Start", "“2018–2021” is a range, and one date is wanted here" },
        { "initiative", "BE-1", null, "Start=FY25", "Start", "“FY25” can be Oct 2024 to Sep 2025" },
        { "reading", "IN-BE1-SITES-R1", null, "Value=MUCH", "Value", "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” is no number" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=", "Period", "Enter the period." },
        { "reading", "IN-BE1-SITES-R1", null, "Period=2025-13", "Period", "“2025-13” is no date" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=2025-02-30", "Period", "“2025-02-30” is no date" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=2022-2020", "Period", "“2022-2020” ends before it starts" },
        { "reading", "IN-BE1-SITES-R1", null, "Period=MUCH", "Period", "The period has 204800 characters: shorten it to 40." },
        { "reading", null, "IN-BE1-SITES", "Period=2030;Value=3;Sources=S-FMN-2433",
            "Period", "2030 has not come yet, so nothing actual can be measured then" },
        { "reading", null, "IN-BE1-SITES", "Period=2025;Value=3", "Sources", "A public text is named by its source" },
        { "reading", null, "IN-BE1-SITES", "Period=2025;Value=3;Provenance=",
            "Provenance", "There is a value, so say where it comes from" },
        { "reading", null, "IN-BE1-SITES", "Period=2025;Value=3;Sources=new",
            "Sources", "A new source is chosen, and none of its fields is filled in" },
        { "reading", null, "IN-BE1-SITES", "Period=2025;Value=3;Sources=S-DL-DCA;Derivation=1+2",
            "Derivation", "This says how it was worked out" },
        { "reading", null, "IN-BE1-SITES", "NewSource.Url=https://example.org", "NewSource.Title", "Enter the title of the source." },
        { "reading", null, "IN-BE1-SITES", "NewSource.Title=T", "NewSource.Publisher", "Enter the publisher." },
        { "reading", null, "IN-BE1-SITES", "NewSource.Title=T", "NewSource.Tier", "Say how close the source is to the facts" },
        { "reading", null, "IN-BE1-SITES", "NewSource.Url=JavaScript:alert(1)",
            "NewSource.Url", "“javascript:” is no address of a public text" },
        { "reading", null, "IN-BE1-SITES", "NewSource.Published=2030", "NewSource.Published", "2030 has not come yet" },
        { "reading-withdraw", "IN-BE1-SITES-R1", null, "Reason=", "Reason", "Enter the reason." },
        { "reading-withdraw", "IN-BE1-SITES-R1", null, "Reason=MUCH", "Reason", "Reason has 204800 characters: shorten it to 500." },
        { "initiative-cancel", "DT-1", null, "", "CancelledOn", "Enter the day of the cancellation." },
        { "initiative-complete", "DT-1", null, "End=;StatusAsOf=", "End", "Enter the end." },
        { "initiative-complete", "DT-1", null, "End=2025-06;StatusAsOf=2025-01;EndProvenance=illustrative",
            "StatusAsOf", "The public text speaks for a day before the end" },
        { "initiative-complete", "DT-1", null, "End=1999;StatusAsOf=2025-01;EndProvenance=illustrative",
            "End", "This end is before the start" },
        { "milestone-refresh", "BE-1-M7", null, "NewestSources=S-FMN-2433;TextDay=2025-06;Says=Met;HappenedOn=1999",
            "HappenedOn", "1999 is before the initiative’s start" },
        { "initiative-refresh", "BE-1", null, "NewestSources=S-FMN-2433;TextDay=2026-10;Says=Met:BE-1-M7;HappenedOn=1999",
            "HappenedOn", "1999 is before the initiative’s start" },
        { "initiative-refresh", "DT-1", null, "NewestSources=S-FMN-2433;TextDay=2026-10;Says=Completed;HappenedOn=1899",
            "HappenedOn", "The end (1899) is before the start" },
        { "reading-reinstate", "IN-BE1-SITES-R1", null, "", "", "This reading is not withdrawn." },
        { "exercise", null, null, "Name=Games;Initiative=JT-99", "Initiative", "No initiative is known by the code “JT-99”" },
        { "edition", null, "baltops", "Start=2026-06;End=2026-05", "End", "The end (May 2026) is before the start (Jun 2026)" },
        { "edition", null, "baltops", "Ships=-3", "Ships", "Write a whole number from 0" },
        { "edition", null, "baltops", "Danish=perhaps", "Danish", "“perhaps” is none of the choices" },
        { "spending-figure", null, null, "Country=Denmark", "Country", "“Denmark” is no country" },
        { "spending-figure", null, null, "Country=DK;Year=2031;Kind=Actual", "Year", "2031 has not come yet" },
        { "spending-figure", null, null, "Year=20", "Year", "“20” does not say which century" },
        { "spending-figure", null, null, "Year=Mar 2025", "Year", "Mar 2025 is more than a year: write the year alone, 2025." },
        { "spending-figure", null, null, "Year=1850", "Year", "Write a year from 1900 to 2200." },
        { "objective", "cybersecurity-o1", null, "Weight=0", "Weight", "A weight is above 0" },
        { "contribution", null, "BE-1", "Outcome=nowhere", "Outcome", "No expected outcome is known by “nowhere”" },
        { "contribution", null, "CY-1", "Outcome=cybersecurity-o1-1", "Outcome", "The initiative contributes to this outcome already" },
        { "recommendation", "R-1", null, "State=Accepted", "Response", "There is a response, so say which" },
        { "source", null, null, "Publisher=P;Url=U;Tier=Press", "Title", "Enter the title." },
        { "source", "S-DL-DCA", null, "Url=data:text/html,x", "Url", "“data:” is no address of a public text" },
        { "source", "S-DL-DCA", null, "Tier=", "Tier", "Choose how close it is to the facts." },
        { "source", null, null, "Title=T;Code=S-DL-DCA", "Code", "The code S-DL-DCA is taken by another source" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Save_WrongInput_IsRefusedAtItsFieldAndNothingIsLost(
        string form, string? code, string? of, string typed, string field, string message)
    {
        var opened = await stage.OpenAsync(stage.Ann, form, code, of);
        (string, string)[] changes = [.. typed.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(t =>
                (t[..t.IndexOf('=', StringComparison.Ordinal)],
                 t[(t.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace("MUCH", Much, StringComparison.Ordinal)))];
        var values = EditStage.With(opened.Values, changes);

        var result = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(opened.Key, opened.Base, values, null), Ct);

        if (message.Length == 0)
        {
            Assert.Empty(result.Problems);
            return;
        }

        Assert.Contains(result.Problems, p => p.Field == field && p.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.All(result.Problems, p => Assert.InRange(p.Message.Length, 10, 400));
        Assert.Equal(values, result.Values);
        Assert.Null(result.ChangeSetId);
        Assert.Empty(result.Effects);
    }

    [Fact]
    public async Task Save_NothingAtAll_NamesEveryFieldThatIsNeeded()
    {
        var result = await stage.Commands.SaveAsync(
            stage.Ann, new EditSubmission(new("initiative", null, null), 0, new Dictionary<string, string>(), null), Ct);

        Assert.Superset(
            new HashSet<string>
            {
                "Code", "Title", "Category", "Description", "Stage", "StageBasis", "Confidence", "Provenance", "DescriptionProvenance",
            },
            result.Problems.Select(p => p.Field).ToHashSet());
    }

    [Theory]
    [InlineData("no-such-form", "BE-1", null, "There is no such form.")]
    [InlineData("milestone", "BE-99-M1", null, "There is no such milestone any more")]
    [InlineData("milestone", null, "BE-99", "What the new milestone is to belong to is not there any more")]
    [InlineData("milestone", null, null, "What the new milestone is to belong to is not there any more")]
    public async Task Save_OfWhatIsNotThere_SaysSo(string form, string? code, string? of, string message)
    {
        var result = await stage.Commands.SaveAsync(
            stage.Ann, new EditSubmission(new(form, code, of), 0, new Dictionary<string, string> { ["Title"] = "T" }, null), Ct);

        Assert.Contains(result.Problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.Null(await stage.Queries.OpenAsync(stage.Ann, new FormKey(form, code, of), null, Ct));
    }

    [Fact]
    public async Task Save_TooMuchInAll_IsRefusedAsAWhole()
    {
        var values = new Dictionary<string, string> { ["Title"] = new string('x', 600_000), ["Note"] = new string('y', 600_000) };

        var result = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(new("initiative", "BE-1", null), 0, values, null), Ct);

        Assert.Equal("This is too much for one form: shorten the longest texts.", Assert.Single(result.Problems).Message);
    }

    [Fact]
    public async Task Save_AReasonThatIsTooLong_IsOneProblemAmongTheOthers()
    {
        var form = await stage.OpenAsync(stage.Ann, "initiative", "BE-1");

        var result = await stage.Commands.SaveAsync(
            stage.Ann, new EditSubmission(form.Key, form.Base, EditStage.With(form.Values, ("Title", "")), Much), Ct);

        Assert.Equal(["Title", "Why"], result.Problems.Select(p => p.Field).Order());
    }

    [Fact]
    public async Task Save_Html_IsKeptAsTheTextThatItIs()
    {
        const string Html = "<script>alert('x')</script> & <b>bold</b>";

        var result = await stage.SaveAsync("milestone", "BE-1-M5", null, ("Title", Html), ("Note", Html));

        Assert.Empty(result.Problems);
        var stored = await stage.StoredAsync("milestone", "BE-1-M5");
        Assert.Equal((Html, Html), (stored["Title"], stored["Note"]));
    }
}
