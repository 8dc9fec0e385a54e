namespace DefenseCoop.Web.People.SignIn;

/// <summary>What the forms of the second factor hold.</summary>
public sealed class CodeInput
{
    public string? Code { get; set; }
}
