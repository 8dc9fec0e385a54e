using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status;

/// <summary>
/// Tells builds apart by whose rules and words findings may differ: the compiler gives an assembly another id whenever its
/// code is another. Findings of another build are computed anew, and none can be forgotten.
/// </summary>
internal static class RulesBuild
{
    public const int MaxLength = 65;

    public static string Current { get; } = $"{Of(typeof(Thresholds))}-{Of(typeof(RulesBuild))}";

    private static string Of(Type type) => type.Module.ModuleVersionId.ToString("N");
}
