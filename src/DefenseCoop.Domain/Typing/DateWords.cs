using System.Collections.Frozen;

namespace DefenseCoop.Domain.Typing;

/// <summary>The words in which dates are written, in English and Danish.</summary>
internal static class DateWords
{
    public const string Ordinals = "[1-9](?:st|nd|rd|th)?|first|second|third|fourth|last|første|andet|anden|tredje|fjerde|sidste";
    public const string Parts = "quarter|qtr|kvartal|kvt|half[ -]?year|half|halvår|semester";

    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january jan januar", "february feb februar", "march mar marts",
        "april apr", "may maj", "june jun juni", "july jul juli", "august aug",
        "september sep sept", "october oct oktober okt", "november nov", "december dec");

    private static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        "monday mon mandag man", "tuesday tue tues tirsdag tir", "wednesday wed onsdag ons",
        "thursday thu thur thurs torsdag tor", "friday fri fredag fre",
        "saturday sat lørdag lør", "sunday sun søndag søn");

    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] DayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string MonthName(int month) => MonthNames[month - 1];

    public static string DayName(DayOfWeek day) => DayNames[(int)day];

    /// <summary>1 to 12; null for what is no month.</summary>
    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    /// <summary>Null for what is no day of the week.</summary>
    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var day) ? (DayOfWeek)(day % 7) : null;

    /// <summary>1 for the first; 0 for the last.</summary>
    public static int Ordinal(string word) => word switch
    {
        "first" or "første" => 1,
        "second" or "andet" or "anden" => 2,
        "third" or "tredje" => 3,
        "fourth" or "fjerde" => 4,
        "last" or "sidste" => 0,
        _ => word[0] - '0',
    };

    private static FrozenDictionary<string, int> Numbered(params string[] words) => words.Index()
        .SelectMany(w => w.Item.Split(' ').Select(word => KeyValuePair.Create(word, w.Index + 1)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
