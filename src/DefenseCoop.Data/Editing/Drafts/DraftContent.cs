using System.Text.Json;
using DefenseCoop.Domain;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>A text that a person typed into a field in one window, while another text for the field came from another.</summary>
/// <param name="Tab">Names the window; empty where it does not say.</param>
public sealed record AsideText(string Tab, string Text);

/// <summary>What is in a draft: by field, exactly as typed, and beside it the texts that could not be merged.</summary>
internal sealed class DraftContent
{
    public Dictionary<string, string> Values { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<AsideText>> Aside { get; init; } = new(StringComparer.Ordinal);

    /// <summary>By field, the window that wrote it last: what a window wrote itself is no text of another.</summary>
    public Dictionary<string, string> By { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="ToJson"/> wrote, and what drafts held before: the values alone.</summary>
    public static DraftContent Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(nameof(Values), out var values) && values.ValueKind == JsonValueKind.Object
            ? JsonSerializer.Deserialize<DraftContent>(json)!
            : new DraftContent { Values = JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [] };
    }

    /// <exception cref="InvalidInputException">It is too much.</exception>
    public string ToJson()
    {
        var text = JsonSerializer.Serialize(this);
        return text.Length <= Draft.MaxValues
            ? text
            : throw new InvalidInputException(
                "",
                "This is too much to be kept as a draft: shorten the longest texts. "
                    + $"It may have {Words.Of((decimal)Draft.MaxValues)} characters.");
    }

    /// <summary>Puts a text into a field.</summary>
    public void Put(string field, string tab, string text)
    {
        if (!Values.TryGetValue(field, out var before) || before != text) By[field] = tab;
        Values[field] = text;
        Settle(field, tab);
    }

    /// <summary>Whether a field holds what this window wrote.</summary>
    public bool IsBy(string field, string tab) => tab.Length > 0 && By.GetValueOrDefault(field) == tab;

    /// <summary>Forgets the texts of a field that were set aside, those of one window or all.</summary>
    public void Settle(string field, string? tab = null)
    {
        if (!Aside.TryGetValue(field, out var texts)) return;
        texts.RemoveAll(t => tab is null || t.Tab == tab);
        if (texts.Count == 0) Aside.Remove(field);
    }

    /// <summary>Sets a text of a window aside, in place of its earlier one.</summary>
    public void SetAside(string field, string tab, string text)
    {
        if (!Aside.TryGetValue(field, out var texts)) Aside[field] = texts = [];
        texts.RemoveAll(t => t.Text == text || (tab.Length > 0 && t.Tab == tab));
        texts.Add(new AsideText(tab, text));
    }
}
