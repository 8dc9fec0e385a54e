using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Web.Settings;

/// <summary>Reads how this installation assesses.</summary>
internal static class AssessmentSettings
{
    public static AssessmentOptions Read(SettingReader reader)
    {
        var setting = Setting.AssessmentsPeriod;
        var otherwise = new AssessmentOptions(Enum.Parse<PeriodLength>(setting.Default));
        if (reader.Text(setting) is not { } text) return otherwise;
        foreach (var length in Enum.GetValues<PeriodLength>())
        {
            if (length.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return new AssessmentOptions(length);
        }

        reader.Problems.Add(
            $"{setting} is \"{text}\": "
                + $"write {string.Join(", ", Enum.GetNames<PeriodLength>()[..^1])} or {Enum.GetNames<PeriodLength>()[^1]}.");
        return otherwise;
    }
}
