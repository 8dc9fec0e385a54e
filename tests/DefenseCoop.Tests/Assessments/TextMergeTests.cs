using CsCheck;
using DefenseCoop.Domain.Assessments;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>What two people change in one text: nothing that either typed is lost.</summary>
public sealed class TextMergeTests
{
    private static readonly Gen<string> Sentence = Gen.OneOf(
        Gen.Int[1, 12].Select(n => $"Sentence {n}."), Gen.Const("Is it so?"),
        Gen.Const("No stop"), Gen.Const("Élan; and more."), Gen.Const("1.5 ships sailed."));

    private static readonly Gen<string> Separator = Gen.OneOf(Gen.Const(" "), Gen.Const("\n"), Gen.Const("\n\n"), Gen.Const("  "));

    private static readonly Gen<string> Text =
        Gen.Select(Sentence, Separator).Array[0, 8].Select(parts => string.Concat(parts.Select(p => p.Item1 + p.Item2)).TrimEnd());

    [Theory]
    [InlineData("One. Two. Three.", "One! Two. Three.", "One. Two. 3.", "One! Two. 3.")]
    [InlineData("One. Two.", "First. Two.", "One. Second.", "First. Second.")]
    [InlineData("One.", "One. Mine.", "One. Theirs.", "One. Theirs. Mine.")]
    [InlineData("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.", "Zero.\n\nOne.\n\nTwo.", "Zero.\n\nOne.\n\nTwo.\n\nThree.")]
    [InlineData("", "Mine", "Theirs", "Theirs\nMine")]
    [InlineData("One. Two. Three.", "One. Three.", "One. Two. Three. Four.", "One. Three. Four.")]
    [InlineData("One. Two.", "One. Changed.", "One. Changed.", "One. Changed.")]
    [InlineData("One. Two.", "One. Two.", "One. Theirs.", "One. Theirs.")]
    public void Of_OtherSentences_AreMerged(string original, string mine, string theirs, string merged) =>
        Assert.Equal(merged, TextMerge.Of(original, mine, theirs).Text);

    [Theory]
    [InlineData("One. Two.", "One. Mine.", "One. Theirs.")]
    [InlineData("One", "One mine", "One theirs")]
    [InlineData("One. Two.", "", "One. Theirs.")]
    [InlineData("One. Two. Three.", "Other.", "One. Two, too. Three.")]
    public void Of_TheSameSentence_IsAConflict(string original, string mine, string theirs) =>
        Assert.True(TextMerge.Of(original, mine, theirs).IsConflict);

    [Fact]
    public void Of_AnyTexts_LosesNothingThatWasTyped() => Gen.Select(Text, Text, Text).Sample((original, mine, theirs) =>
    {
        var merged = TextMerge.Of(original, mine, theirs).Text;
        return merged is null
            || (Typed(original, mine).All(t => merged.Contains(t, StringComparison.Ordinal))
                && Typed(original, theirs).All(t => merged.Contains(t, StringComparison.Ordinal)));
    }, iter: 20_000);

    [Fact]
    public void Of_OneSideUnchanged_IsTheOther() => Gen.Select(Text, Text).Sample((original, changed) =>
        TextMerge.Of(original, changed, original).Text == changed
            && TextMerge.Of(original, original, changed).Text == changed && TextMerge.Of(original, changed, changed).Text == changed);

    /// <summary>One edits a sentence, the other another one: both are there, whichever they are.</summary>
    [Fact]
    public void Of_TwoDifferentSentences_NeverConflict() =>
        Gen.Select(Gen.Int[2, 30], Gen.Int[0, 29], Gen.Int[0, 29]).Sample((count, a, b) =>
        {
            if (a % count == b % count) return true;
            string Of(params (int At, string Text)[] changes) =>
                string.Join(
                    ' ',
                    Enumerable.Range(0, count)
                        .Select(i => changes.Where(c => c.At == i).Select(c => c.Text).FirstOrDefault() ?? $"Sentence {i}."));
            var merged = TextMerge.Of(Of(), Of((a % count, "Mine.")), Of((b % count, "Theirs."))).Text;
            return merged == Of((a % count, "Mine."), (b % count, "Theirs."));
        });

    [Fact]
    public void Of_TextsOf200Kilobytes_AreMerged()
    {
        var original = string.Join(' ', Enumerable.Range(0, 8_000).Select(i => $"This is sentence {i}."));

        var merged = TextMerge.Of(
            original,
            original.Replace("sentence 3.", "sentence three.", StringComparison.Ordinal),
            original.Replace("sentence 7990.", "the end.", StringComparison.Ordinal));

        Assert.Contains("sentence three.", merged.Text!, StringComparison.Ordinal);
        Assert.Contains("the end.", merged.Text!, StringComparison.Ordinal);
    }

    /// <summary>Sentences that were not in the text before.</summary>
    private static IEnumerable<string> Typed(string original, string changed)
    {
        var before = Split(original).ToHashSet(StringComparer.Ordinal);
        return Split(changed).Where(s => !before.Contains(s));
    }

    private static string[] Split(string text) =>
        [.. text.Split(["\n", ". ", "? ", "; "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(s => s.TrimEnd('.', '?', ';'))];
}
