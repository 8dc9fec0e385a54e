namespace DefenseCoop.Domain.Spending;

/// <summary>Says what figures of spending are of.</summary>
public static class SpendingWords
{
    /// <summary>The country and what is measured: "Denmark: defense expenditure, share of GDP".</summary>
    public static string Series(string country, string measure) => $"{Country(country)}: {Measure(measure)}";

    private static string Country(string code) => code switch
    {
        "DK" => "Denmark",
        "US" => "United States",
        _ => code,
    };

    private static string Measure(string measure) => measure switch
    {
        "pct_gdp" => "defense expenditure, share of GDP",
        "usd_m" => "defense expenditure, US dollars",
        "dkk_bn_total" => "defense expenditure, kroner",
        "dkk_bn_additional_framework_2025_prices" => "additional framework",
        _ => measure.Replace('_', ' '),
    };
}
