namespace DefenseCoop.Benchmarks.Report;

/// <summary>
/// One line of the report. Without a limit it is there to be read, not to pass or fail. <see cref="Note"/> carries
/// what helps to explain a miss: tails, sizes, exceptions.
/// </summary>
internal sealed record Figure(string Title, double Reached, string Unit, Limit? MustReach = null, string Note = "")
{
    public string Measure { get; init; } = "";

    public string DataSet { get; init; } = "";

    /// <summary>Null where nothing is demanded.</summary>
    public bool? IsReached => MustReach?.IsMetBy(Reached);
}
