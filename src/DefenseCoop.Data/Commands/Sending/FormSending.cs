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

/// <summary>The form was carried out already, while this sending waited for its turn. Nothing was changed by it.</summary>
public sealed class SentBeforeException() : Exception("This form was sent twice, and was carried out once already. Nothing was changed a second time.");
