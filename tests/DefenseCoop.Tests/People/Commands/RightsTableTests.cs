using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>The table of rights is whole. Who holds what is written out a second time here: a change is made on purpose.</summary>
public sealed class RightsTableTests
{
    private const Roles Everyone = Roles.Reader | Roles.Analyst | Roles.Editor | Roles.Manager | Roles.Administrator;

    public static TheoryData<Right, Roles> Holders { get; } = new()
    {
        { Right.Read, Everyone },
        { Right.ChangeOwnAccount, Everyone },
        { Right.RecordEvidence, Roles.Editor },
        { Right.SeeAccounts, Roles.Administrator },
        { Right.InviteAccounts, Roles.Administrator },
        { Right.ChangeRoles, Roles.Administrator },
        { Right.DisableAccounts, Roles.Administrator },
        { Right.ResetSecondFactors, Roles.Administrator },
        { Right.EditCategories, Roles.Administrator },
        { Right.EditOrganizations, Roles.Administrator },
        { Right.EditSites, Roles.Administrator },
        { Right.SeeSystem, Roles.Administrator },
        { Right.RunSystem, Roles.Administrator },
        { Right.SeeRights, Roles.Administrator },
        { Right.SeeDraftAssessments, Roles.Editor | Roles.Manager },
        { Right.WriteAssessments, Roles.Editor },
        { Right.PublishAssessments, Roles.Manager },
        { Right.OpenPeriods, Roles.Manager },
        { Right.FollowActions, Roles.Editor | Roles.Manager },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void Allow_EachRole_IsAllowedWhatIsItsOwn(Right right, Roles holders)
    {
        Assert.All(RoleList.All, role => Assert.Equal(holders.HasFlag(role), Rights.Allow(role, right)));
        Assert.False(Rights.Allow(Roles.None, right));
    }

    [Fact]
    public void Table_EveryRight_HasOneRowWithWordsAndHolders()
    {
        Assert.Equal(Enum.GetValues<Right>(), Rights.Table.Select(r => r.Right).Order());
        Assert.Equal(Enum.GetValues<Right>().Length, Holders.Count);
        Assert.All(Rights.Table, r => Assert.False(string.IsNullOrWhiteSpace(r.Words), $"{r.Right} has no words."));
        Assert.All(
            Rights.Table, r => Assert.True((r.Holders & Everyone) == r.Holders && r.Holders != Roles.None, $"{r.Right} is nobody’s."));
    }

    [Fact]
    public void Allow_ARightWithoutARow_IsNobodys() => Assert.False(Rights.Allow(Everyone, (Right)9999));

    [Fact]
    public void RoleList_All_IsEveryRole() =>
        Assert.Equal(Enum.GetValues<Roles>().Where(r => r != Roles.None), RoleList.All);
}
