namespace DefenseCoop.Data.Verification;

/// <summary>The first problem of each part: what follows from a break is no news.</summary>
internal sealed class FirstProblems
{
    private readonly Dictionary<VerifiedPart, string> _problems = [];

    public string? this[VerifiedPart part] => _problems.GetValueOrDefault(part);

    public void Add(VerifiedPart part, string problem) => _problems.TryAdd(part, problem);
}
