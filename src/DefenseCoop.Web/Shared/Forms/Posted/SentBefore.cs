namespace DefenseCoop.Web.Shared.Forms.Posted;

/// <summary>That the form of this request was carried out before, for the page that says so.</summary>
/// <param name="At">UTC.</param>
/// <param name="Url">Where its person was led; null where that is not known.</param>
/// <param name="IsSame">Whether it was sent with the same content.</param>
internal sealed record SentBefore(DateTime At, string? Url, bool IsSame);
