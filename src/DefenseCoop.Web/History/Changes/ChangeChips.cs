using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.History.Changes;

/// <summary>One filter in force: its words, and the question without it.</summary>
public sealed record ChangeChip(string Words, ChangeQuery Without);

/// <summary>The filters in force as chips, in the order of the filter form.</summary>
public static class ChangeChips
{
    public static IReadOnlyList<ChangeChip> Of(ChangeQuery query, IReadOnlyList<ChangePerson> people, Terms categories)
    {
        var first = query with { Page = 1 };
        List<ChangeChip> chips = [];
        if (ChangeParameters.PersonOf(first) is { } person)
        {
            chips.Add(new($"Person: {Name(first, people) ?? person}", first with { AccountId = null, Person = null }));
        }

        chips.AddRange(first.Kinds.Select(k => new ChangeChip($"Kind: {RecordWords.One(k)}", first with { Kinds = [.. first.Kinds.Where(o => o != k)] })));
        if (first.Record is { } record) chips.Add(new($"Record: {record}", first with { Record = null }));
        chips.AddRange(first.Categories.Select(c => new ChangeChip(
            $"Category: {categories.Find(c)?.Name ?? c}", first with { Categories = [.. first.Categories.Where(o => o != c)] })));
        chips.AddRange(first.Actions.Select(a => new ChangeChip($"Action: {RecordWords.Of(a)}", first with { Actions = [.. first.Actions.Where(o => o != a)] })));
        if (first.From is { } only && only == first.To)
        {
            chips.Add(new($"Day: {Words.Of(only)}", first with { From = null, To = null }));
            return chips;
        }

        if (first.From is { } from) chips.Add(new($"From {Words.Of(from)}", first with { From = null }));
        if (first.To is { } to) chips.Add(new($"To {Words.Of(to)}", first with { To = null }));
        return chips;
    }

    /// <summary>The name of whoever is asked for; null for one who has changed nothing.</summary>
    public static string? Name(ChangeQuery query, IReadOnlyList<ChangePerson> people) =>
        query.AccountId is { } account ? people.FirstOrDefault(p => p.AccountId == account)?.Name : query.Person;
}
