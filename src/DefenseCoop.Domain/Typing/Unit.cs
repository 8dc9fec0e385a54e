using System.Collections.Frozen;

namespace DefenseCoop.Domain.Typing;

/// <summary>What is known of a unit beyond its words. Of a unit that is not listed nothing is assumed.</summary>
public static class Unit
{
    /// <summary>
    /// Things that are counted one by one, and what one of them is called. A value of theirs is whole: half an aircraft is a
    /// slip of the keyboard. Full-time equivalents, shares, money and rates are measured, and not here.
    /// </summary>
    private static readonly FrozenDictionary<string, string> Counted = new Dictionary<string, string>
    {
        ["aircraft"] = "aircraft", ["helicopters"] = "helicopter", ["drones"] = "drone", ["satellites"] = "satellite",
        ["ships"] = "ship", ["vessels"] = "vessel", ["frigates"] = "frigate", ["submarines"] = "submarine", ["vehicles"] = "vehicle",
        ["people"] = "person", ["persons"] = "person", ["personnel"] = "personnel",
        ["soldiers"] = "soldier", ["troops"] = "troops", ["students"] = "student",
        ["nations"] = "nation", ["countries"] = "country", ["states"] = "state",
        ["companies"] = "company", ["start-ups"] = "start-up", ["startups"] = "startup",
        ["sites"] = "site", ["bases"] = "base", ["stations"] = "station",
        ["buildings"] = "building", ["radars"] = "radar", ["missiles"] = "missile",
        ["events"] = "event", ["incidents"] = "incident", ["exercises"] = "exercise",
        ["visits"] = "visit", ["meetings"] = "meeting", ["courses"] = "course",
        ["items"] = "item", ["contracts"] = "contract", ["agreements"] = "agreement", ["projects"] = "project", ["programs"] = "program",
        ["patents"] = "patent", ["reports"] = "report",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value is always whole.</summary>
    public static bool IsCounted(string? unit) => unit is not null && Counted.ContainsKey(Thing(unit));

    /// <summary>What stands after the number one: "ship" for "ships". A unit that is not listed stays as it is.</summary>
    public static string Singular(string unit)
    {
        var thing = Thing(unit);
        return Counted.TryGetValue(thing, out var one) ? $"{unit[..^thing.Length]}{one}" : unit;
    }

    /// <summary>What the unit counts: its last word, so that "F-35A aircraft" are aircraft.</summary>
    private static string Thing(string unit) => unit[(unit.LastIndexOf(' ') + 1)..];
}
