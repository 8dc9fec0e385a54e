namespace DefenseCoop.Domain.People;

/// <summary>What a person is here to do. One person may have several roles; what each may do is in <see cref="Rights"/>.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Reads. Visitors without an account are readers where anonymous reading is on.</summary>
    Reader = 1,

    /// <summary>Works with the register.</summary>
    Analyst = 2,

    /// <summary>Records evidence and writes assessments.</summary>
    Editor = 4,

    /// <summary>Reads progress and reviews.</summary>
    Manager = 8,

    /// <summary>Runs the installation: accounts, reference data, system.</summary>
    Administrator = 16,
}

/// <summary>The single roles of a set.</summary>
public static class RoleList
{
    /// <summary>Every role, from the least to the most responsible.</summary>
    public static IReadOnlyList<Roles> All { get; } = [Roles.Reader, Roles.Analyst, Roles.Editor, Roles.Manager, Roles.Administrator];

    public static IEnumerable<Roles> Each(this Roles roles) => All.Where(role => roles.HasFlag(role));

    public static string InWords(this Roles roles) => roles == Roles.None ? "none" : string.Join(", ", roles.Each());
}
