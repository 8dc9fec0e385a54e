using System.Globalization;
using System.Net;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Benchmarks.People;

/// <summary>
/// How long the server thinks about a password. Right, wrong and nobody's take turns: a right one keeps the account
/// from being locked, and all three see the same machine. Their difference would tell a stranger who has an account.
/// </summary>
internal sealed class SignInMeasure(string name, Limit milliseconds) : IMeasure
{
    private const int Uncounted = 3;
    private const int Turns = 15;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var accounts = await data.AccountsAsync(cancel);
        var person = await accounts.AddAsync(Roles.Analyst, cancel);
        using var form = new SignInForm(server.Address);
        var (right, wrong, unknown) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < Uncounted + Turns; turn++)
        {
            right.Add(Taken(await form.SendAsync(person.Email, accounts.Password, cancel), isIn: true));
            wrong.Add(Taken(await form.SendAsync(person.Email, accounts.Password + "x", cancel), isIn: false));
            unknown.Add(Taken(await form.SendAsync("nobody@example.org", accounts.Password, cancel), isIn: false));
        }

        var differences = unknown.Zip(wrong, (stranger, known) => stranger - known);
        return Figures(Counted(right), Counted(wrong), Counted(unknown), Counted(differences));
    }

    private static double Taken(SignInAnswer answer, bool isIn)
    {
        var isAsExpected = isIn ? answer.Cookies is not null : answer.Status == HttpStatusCode.UnprocessableEntity;
        return isAsExpected
            ? answer.Milliseconds
            : throw new InvalidDataException($"A {(isIn ? "right" : "wrong")} password was answered with {(int)answer.Status}.");
    }

    private static Samples Counted(IEnumerable<double> turns) => new(turns.Skip(Uncounted));

    private List<Figure> Figures(Samples right, Samples wrong, Samples unknown, Samples difference)
    {
        var apart = string.Create(
            CultureInfo.InvariantCulture, $"; median difference to a wrong password in the same turn {difference.Median:+0.0;-0.0;0} ms");
        return
        [
            new Figure("Sign-in, right password", right.Median, "ms", milliseconds, right.Tail("ms")),
            new Figure("Sign-in, wrong password", wrong.Median, "ms", Note: wrong.Tail("ms")),
            new Figure("Sign-in, unknown address", unknown.Median, "ms", Note: unknown.Tail("ms") + apart),
        ];
    }
}
