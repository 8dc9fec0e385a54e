using System.Text.RegularExpressions;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Citing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Every field of a date, of every form that there is: what people type is stored as what the program writes.</summary>
public sealed partial class DateFieldTests(EditStage stage) : IClassFixture<EditStage>
{
    private const string Day = "2025-11-30";

    /// <summary>Of a field that keeps a day and nothing less exact, as the context prints it.</summary>
    private const string DayAlone = "11/30/2025";

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly string[] Days =
        [
            "30 Nov 2025", "30.11.2025", "30 November 2025", "30. november 2025", "November 30, 2025",
            "30/11/2025", "2025/11/30", "Sunday 30 Nov 2025", "30\u00A0Nov\u202F2025", "\u200B 2025-11-30 ",
        ];

    private static readonly string[] Years = ["2024", "in 2024", "CY2024", "\u20092024 ", "２０２４"];

    private const string NewestSources = "NewestSources";

    /// <summary>Values without which a date belongs to nothing.</summary>
    private static readonly (string End, string Beside, string Value)[] Company = [("By", "Value", "5"), ("Period", "Value", "1")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Read off the forms, so that no form and no field can be forgotten.</summary>
    public static TheoryData<string, string> Fields { get; } = Named(f => f.Kind is FieldKind.PartialDate or FieldKind.Period);

    public static TheoryData<string, string> Periods { get; } = Named(f => f.Kind == FieldKind.Period);

    [Fact]
    public void Fields_AreAllThatTheFormsHave() => Assert.InRange(Fields.Count, 20, 80);

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Write_AsPeopleType_StoresTheSameAsTheStoredForm(string form, string field)
    {
        var asked = await WrittenAsync(form, field, Day);
        var isYear = asked.Contains("is more than a year", StringComparison.Ordinal);
        var (stored, typed) = isYear ? (await WrittenAsync(form, field, "2024"), Years) : (asked, Days);
        Assert.True(
            isYear
                ? stored.Contains("2024", StringComparison.Ordinal)
                : stored.Contains(Day, StringComparison.Ordinal) || stored.Contains(DayAlone, StringComparison.Ordinal),
            stored);
        Assert.DoesNotContain("Refused", stored, StringComparison.Ordinal);

        foreach (var text in typed) Assert.Equal(stored, await WrittenAsync(form, field, text));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Write_WhatCanBeTwoDates_IsRefusedAtTheField(string form, string field)
    {
        foreach (var text in new[] { "03/04/2025", "FY2025", "30 Nov 25", "31 Feb 2025", "soon" })
        {
            Assert.Contains($"Refused {field}: “{text}”", await WrittenAsync(form, field, text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task Write_WordsInPlaceOfAPeriod_NeedTheBox(string form, string field)
    {
        Assert.Contains("tick the box below", await WrittenAsync(form, field, "Cold War peak"), StringComparison.Ordinal);
        Assert.Contains(
            "Cold War peak",
            await WrittenAsync(form, field, " Cold War peak\u200B", ($"{field}InWords", FieldSpec.Ticked)),
            StringComparison.Ordinal);
        Assert.Contains(
            "clear the box", await WrittenAsync(form, field, Day, ($"{field}InWords", FieldSpec.Ticked)), StringComparison.Ordinal);
        Assert.Contains("2018-2021", await WrittenAsync(form, field, "2018–2021"), StringComparison.Ordinal);
        Assert.Contains("2024-10/2025-09", await WrittenAsync(form, field, "Oct 2024 to Sep 2025"), StringComparison.Ordinal);
    }

    /// <summary>What the context calls records that have no number yet.</summary>
    [GeneratedRegex("-21[0-9]{8}")]
    private static partial Regex NewId();

    private static TheoryData<string, string> Named(Func<FieldSpec, bool> which)
    {
        TheoryData<string, string> named = [];
        foreach (var form in FormCatalog.Names)
        {
            var fields = FormCatalog.BareSpec(FormCatalog.Find(form)!, SpecUse.Existing).Fields;
            foreach (var field in fields.Where(which)) named.Add(form, field.Name);
        }

        return named;
    }

    /// <summary>What is about to be stored, and what was refused.</summary>
    private async Task<string> WrittenAsync(string form, string field, string text, params (string Field, string Text)[] more)
    {
        var type = FormCatalog.Find(form)!;
        var spec = FormCatalog.BareSpec(type, SpecUse.Existing);
        await using var db = stage.NewContext();
        var scope = new FormScope(db, Today, Ct);
        // A newer text is one of after what is known: of this initiative that is of 2024.
        var code = form == "initiative-refresh" ? "BE-3" : await RoundTripTests.Codes(db, type.Kind).OrderBy(c => c).FirstAsync(Ct);
        var record = (await type.FindAsync(scope, code))!;
        var stored = record.Read();
        var values = spec.Fields.ToDictionary(f => f.Name, f => stored.GetValueOrDefault(f.Name, ""), StringComparer.Ordinal);
        values[field] = text;
        foreach (var (name, value) in more) values[name] = value;
        foreach (var (end, beside, value) in Company)
        {
            if (field.EndsWith(end, StringComparison.Ordinal)) values[field[..^end.Length] + beside] = value;
        }

        var isOfNewSource = field.StartsWith("NewSource.", StringComparison.Ordinal);
        if (isOfNewSource)
        {
            (values["NewSource.Title"], values["NewSource.Publisher"]) = ("T", "P");
            (values["NewSource.Url"], values["NewSource.Tier"]) = ("https://example.org", "Press");
        }
        // What a text says is stored only with the text and with what it says.
        if (values.ContainsKey(NewestSources))
        {
            values[NewestSources] = "S-DL-DCA";
            values["TextDay"] = field == "TextDay" ? text : "2026-02";
            values["Says"] = field == "TextDay" ? form == "milestone-refresh" ? "Pending" : "GoesOn" : form == "milestone-refresh"
                ? "Met" : "Completed";
        }

        // As if it stood otherwise before, so that it is written.
        var input = new FormInput(
            spec,
            values,
            spec.Fields.ToDictionary(
                f => f.Name,
                f => f.Name == field || f.Name == field + "InWords" || values[f.Name] != stored.GetValueOrDefault(f.Name, "")
                    ? "?"
                    : values[f.Name]));
        if (isOfNewSource) await NewSourcePart.WriteAsync(spec, input, scope);
        else await record.WriteAsync(input);

        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged)
            .Select(e => NewId().Replace(e.DebugView.LongView, "new")).Order(StringComparer.Ordinal);
        return string.Join(
            '\n',
            input.Problems.Where(p => p.Field == field && p.Message.StartsWith('“')
                || p.Field == field && p.Message.Contains("more than a year", StringComparison.Ordinal))
                .Select(p => $"Refused {p.Field}: {p.Message}")
                .Concat(changed));
    }
}
