namespace DefenseCoop.Data.Commands.Sending;

/// <summary>One sending of a form.</summary>
/// <param name="key">As in <see cref="FormReceipt.Form"/>.</param>
/// <param name="content">As in <see cref="FormReceipt.Content"/>.</param>
public sealed class FormSending(string key, string content)
{
    public string Key => key;

    public string Content => content;

    /// <summary>Whether a change was made by it, and the receipt with that.</summary>
    public bool IsNoted { get; internal set; }
}
