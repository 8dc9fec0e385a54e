namespace DefenseCoop.Data.Synthetic;
public sealed class SyntheticSeeder { }
