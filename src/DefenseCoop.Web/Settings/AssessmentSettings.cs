using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Web.Settings;

/// <summary>Reads how this installation assesses.</summary>
internal static class AssessmentSettings
{
    private const string Period = "Assessments:Period";

    public static AssessmentOptions Read(SettingReader reader)
    {
        reader.NameUnknown("Assessments", ["Period"]);
        if (reader.Text(Period) is not { } text) return AssessmentOptions.Default;
        foreach (var length in Enum.GetValues<PeriodLength>())
        {
            if (length.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return new AssessmentOptions(length);
        }

        reader.Problems.Add($"{Period} is \"{text}\": write {string.Join(", ", Enum.GetNames<PeriodLength>()[..^1])} or {Enum.GetNames<PeriodLength>()[^1]}.");
        return AssessmentOptions.Default;
    }
}
