using DefenseCoop.Domain.People;

namespace DefenseCoop.Web.People.Administration.Accounts;

/// <summary>What each role is for, as the table of rights has it.</summary>
internal static class RoleWords
{
    public static string Of(Roles role) => role switch
    {
        Roles.Reader => "reads every page on the cooperation",
        Roles.Analyst => "reads, with the same rights as a reader: the name tells who works with the register",
        Roles.Editor => "records evidence, writes and submits assessments, follows up actions",
        Roles.Manager => "opens periods, publishes or returns what editors submit, follows up actions",
        _ => "runs the installation: accounts and roles, categories, "
            + "organizations, sites, system; records no evidence and publishes nothing",
    };
}
