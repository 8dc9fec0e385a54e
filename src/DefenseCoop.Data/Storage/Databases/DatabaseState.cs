namespace DefenseCoop.Data.Storage.Databases;

/// <summary>What a database holds.</summary>
/// <param name="Exists">Whether there is one with anything in it.</param>
/// <param name="Pending">Migrations that it lacks.</param>
/// <param name="IsLoaded">Whether the starter import, which is one transaction, took place.</param>
public sealed record DatabaseState(bool Exists, IReadOnlyList<string> Pending, bool IsLoaded)
{
    public bool IsReady => Exists && Pending.Count == 0 && IsLoaded;
}
