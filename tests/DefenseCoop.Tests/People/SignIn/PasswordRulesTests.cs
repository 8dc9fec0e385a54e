using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using Xunit;

namespace DefenseCoop.Tests.People.SignIn;

public sealed class PasswordRulesTests
{
    private const string Email = "astrid.holm@example.org";
    private const string Name = "Astrid Holm";

    private readonly PasswordRules _rules = new(new PeopleOptions());

    public static TheoryData<string, string> Bad => new()
    {
        { "", "make it 15 or more" },
        { "fourteen chars", "make it 15 or more" },
        { new string('x', 257), "shorten it to 256" },
        { "passwordpassword", "known from breaches" },
        { "password1234567890", "known from breaches" },
        { "Password!!!!!!!!", "known from breaches" },
        { "1234567890123456", "known from breaches" },
        { "aaaaaaaaaaaaaaaaaaaa", "known from breaches" },
        { "abcabcabcabcabcabc", "known from breaches" },
        { "abcdefghijklmnopqr", "known from breaches" },
        { "qwertyuiop1234567", "known from breaches" },
        { "DRAGONdragonDRAGON", "known from breaches" },
        { "1q2w3e4r1q2w3e4r", "known from breaches" },
        { "1111112222222333333", "known from breaches" },
        { "20261123-20261124", "known from breaches" },
        { "defensecoop-2026", "little more than your name" },
        { "astrid.holm.2026", "little more than your name" },
    };

    public static TheoryData<string> Good =>
    [
        "a lamp beside the quiet harbor",
        "fifteen letters",
        "ingen ville sætte dem sammen",
        "kun små bogstaver",
        "t6Zk-93hs-Qp0v-1mLd",
        "漢字も使える長いパスワードです",
        new string('y', 100) + "ou may write as much as you like",
        "my password is not in a list",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Problem_OfABadPassword_NamesTheRemedy(string password, string remedy) =>
        Assert.Contains(remedy, _rules.Problem(password, Email, Name), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Good))]
    public void Problem_OfAGoodPassword_IsNone(string password) => Assert.Null(_rules.Problem(password, Email, Name));

    [Fact]
    public void Problem_MinimumOfEight_TakesEightButNoCommonOnes()
    {
        var rules = new PasswordRules(new PeopleOptions { MinimumPasswordLength = 8 });

        Assert.Null(rules.Problem("vk81hzqe", Email, Name));
        Assert.All(["password", "Dragon12", "iloveyou", "sunshine1", "11111111"], p => Assert.NotNull(rules.Problem(p, Email, Name)));
    }
}
