namespace DefenseCoop.Web.Urls;

/// <summary>What an administrator can do to the account of another that ends something for them. Each has a page of its own, which asks first.</summary>
public enum AccountAction
{
    Disable,
    EndSessions,
    ResetSecondFactor,
}
