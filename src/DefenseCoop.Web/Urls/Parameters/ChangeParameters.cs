using System.Globalization;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.History;

namespace DefenseCoop.Web.Urls.Parameters;

/// <summary>The question for changes in an address, read and written. What cannot be used is noted and left out.</summary>
public static class ChangeParameters
{
    private const int LongestText = 200;

    /// <summary>The filters; pages and programs know more beside them.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["person", "kind", "record", "category", "action", "from", "to", "day"];

    /// <param name="values">Of the address.</param>
    /// <param name="categories">All that there are.</param>
    public static ChangeQuery Read(QueryValues values, Terms categories)
    {
        var (from, to) = Days(values);
        var person = Text(values, "person");
        var isAccount = int.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var account);
        return new ChangeQuery
        {
            AccountId = isAccount ? account : null,
            Person = isAccount ? null : person,
            Kinds = values.Members("kind", Enum.GetValues<RecordKind>()),
            Record = Text(values, "record"),
            Categories = values.Codes("category", categories, "no category has that name in its address"),
            Actions = values.Members("action", Enum.GetValues<ChangeAction>()),
            From = from,
            To = to,
            Page = values.Number("page", n => n >= 1, "pages are counted from 1") ?? 1,
        };
    }

    /// <summary>The parameters that say the same; defaults are left out, so that addresses stay short.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Write(ChangeQuery query)
    {
        if (PersonOf(query) is { } person) yield return new("person", person);
        foreach (var kind in query.Kinds) yield return new("kind", kind.ToString());
        if (query.Record is { } record) yield return new("record", record);
        foreach (var category in query.Categories) yield return new("category", category);
        foreach (var action in query.Actions) yield return new("action", action.ToString());
        if (query.From is { } from && from == query.To)
        {
            yield return new("day", Iso(from));
        }
        else
        {
            if (query.From is { } first) yield return new("from", Iso(first));
            if (query.To is { } last) yield return new("to", Iso(last));
        }

        if (query.Page > 1) yield return new("page", query.Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The person as they stand in an address: the number of the account, else the name.</summary>
    public static string? PersonOf(ChangeQuery query) => query.AccountId?.ToString(CultureInfo.InvariantCulture) ?? query.Person;

    /// <summary>The same of one who may be chosen.</summary>
    public static string PersonOf(ChangePerson person) => person.AccountId?.ToString(CultureInfo.InvariantCulture) ?? person.Name;

    private static (DateOnly? From, DateOnly? To) Days(QueryValues values)
    {
        var (from, to, day) = (values.Day("from", first: true), values.Day("to"), values.Day("day"));
        if (day is { } only)
        {
            if (values.Single("from") is { } first) values.Ignored("from", first, "day names the one day. Give either.");
            if (values.Single("to") is { } last) values.Ignored("to", last, "day names the one day. Give either.");
            return (only, only);
        }

        if (!(from > to)) return (from, to);
        values.Ignored("from", values.Said(from!.Value), $"it is after to={values.Said(to!.Value)}, which was ignored with it. Swap them.");
        return (null, null);
    }

    private static string? Text(QueryValues values, string name)
    {
        if (values.Single(name)?.Trim() is not { } text || text.Length <= LongestText) return values.Single(name)?.Trim();
        values.Ignored(name, text, $"it is longer than {LongestText} characters.");
        return null;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
