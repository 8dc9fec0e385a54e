namespace DefenseCoop.Tests.Assessments;

/// <summary>A stage of one test alone, for what depends on the periods that are open.</summary>
public sealed class FreshStage : IAsyncDisposable
{
    public AssessmentStage Stage { get; } = new();

    public static async Task<FreshStage> CreateAsync()
    {
        var fresh = new FreshStage();
        await fresh.Stage.InitializeAsync();
        return fresh;
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
