using System.Linq.Expressions;
using System.Reflection;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore.Query;

namespace DefenseCoop.Data.Initiatives;

/// <summary>Applies a query to rows of the register. The expressions run in SQL and over computed rows alike.</summary>
internal static class RegisterFilter
{
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    public static IQueryable<RegisterEntry> Matching(
        this IQueryable<RegisterEntry> entries, RegisterQuery query, RegisterVocabulary words, EvidenceAges ages)
    {
        foreach (var term in SearchQuery.Of(query.Text).Terms) entries = entries.Where(Has(term, words));

        if (query.Categories.Count > 0)
        {
            var ids = words.Categories.IdsOf(query.Categories);
            entries = entries.Where(e => ids.Contains(e.CategoryId));
        }

        if (query.FocusAreas.Count > 0)
        {
            var ids = words.FocusAreas.IdsOf(query.FocusAreas);
            entries = entries.Where(e => e.Initiative.Contributions.Any(c => ids.Contains(c.Outcome.Objective.FocusAreaId)));
        }

        if (query.Leads.Count > 0)
        {
            var ids = words.Leads.IdsOf(query.Leads);
            entries = entries.Where(
                e => e.Initiative.Participations.Any(p => p.Role == OrganizationRole.Lead && ids.Contains(p.OrganizationId)));
        }

        if (query.Sites.Count > 0)
        {
            var ids = words.Sites.IdsOf(query.Sites);
            entries = entries.Where(e => e.Initiative.Sites.Any(s => ids.Contains(s.Id)));
        }

        if (query.Stages.Count > 0) entries = entries.Where(e => query.Stages.Contains(e.Stage));
        if (query.Statuses.Count > 0) entries = entries.Where(e => query.Statuses.Contains(e.Status));
        if (query.EvidenceAges.Count > 0) entries = entries.OfAges(query.EvidenceAges, ages);
        if (query.Provenances.Count > 0) entries = entries.Where(e => query.Provenances.Contains(e.Provenance));
        if (query.From is { } from) entries = entries.Where(e => e.LastActiveDay == null || e.LastActiveDay >= from);
        if (query.To is { } to) entries = entries.Where(e => e.StartsOn == null || e.StartsOn <= to);
        return entries;
    }

    private static Expression<Func<RegisterEntry, bool>> Has(SearchTerm term, RegisterVocabulary words)
    {
        var entry = Expression.Parameter(typeof(RegisterEntry), "e");
        var text = Expression.Property(entry, nameof(RegisterEntry.SearchText));
        var found = term.Ways.Select(w => w.Select(IsThere).Aggregate(Expression.AndAlso)).Aggregate(Expression.OrElse);
        foreach (var named in Belonging(term, words))
        {
            found = Expression.OrElse(found, ReplacingExpressionVisitor.Replace(named.Parameters[0], entry, named.Body));
        }

        return Expression.Lambda<Func<RegisterEntry, bool>>(found, entry);

        // Held by an object, so that it is a parameter of the query and no part of its text.
        Expression IsThere(string part) =>
            Expression.Call(text, Contains, Expression.Property(Expression.Constant(new Searched(part)), nameof(Searched.Part)));
    }

    private sealed record Searched(string Part);

    /// <summary>
    /// What belongs to something that the term names: to a category, a focus area or an exercise. These are shared, or go
    /// from one initiative to another, and are few: so their names are not stored with every initiative.
    /// </summary>
    private static IEnumerable<Expression<Func<RegisterEntry, bool>>> Belonging(SearchTerm term, RegisterVocabulary words)
    {
        var categories = Named(words.Categories);
        if (categories.Count > 0) yield return e => categories.Contains(e.CategoryId);
        var areas = Named(words.FocusAreas);
        if (areas.Count > 0) yield return e => e.Initiative.Contributions.Any(c => areas.Contains(c.Outcome.Objective.FocusAreaId));
        List<int> ofExercises = [.. words.Exercises.Where(x => term.IsIn(x.SearchText)).Select(x => x.InitiativeId)];
        if (ofExercises.Count > 0) yield return e => ofExercises.Contains(e.InitiativeId);

        List<int> Named(Terms terms) => [.. terms.All.Where(t => term.IsIn(SearchText.Of([t.Name]))).Select(t => t.Id)];
    }

    /// <summary>The rows whose newest evidence has one of the ages.</summary>
    public static IQueryable<RegisterEntry> OfAges(
        this IQueryable<RegisterEntry> entries, IReadOnlyList<EvidenceAge> chosen, EvidenceAges ages)
    {
        var (limit, recentAfter) = ages;
        var entry = Expression.Parameter(typeof(RegisterEntry), "e");
        var found = chosen.Select(Is)
            .Select(i => ReplacingExpressionVisitor.Replace(i.Parameters[0], entry, i.Body))
            .Aggregate(Expression.OrElse);
        return entries.Where(Expression.Lambda<Func<RegisterEntry, bool>>(found, entry));

        Expression<Func<RegisterEntry, bool>> Is(EvidenceAge age) => age switch
        {
            EvidenceAge.Recent => e => e.EvidenceOn > recentAfter,
            EvidenceAge.WithinTheLimit => e => e.EvidenceOn >= limit && e.EvidenceOn <= recentAfter,
            EvidenceAge.TooOld => e => e.EvidenceOn < limit,
            _ => e => e.EvidenceOn == null,
        };
    }

    /// <summary>In the order asked for, the unknown last either way; equal ones by code.</summary>
    public static IQueryable<RegisterEntry> Sorted(this IQueryable<RegisterEntry> entries, RegisterSort sort, bool descending) =>
        (sort, descending) switch
        {
            (RegisterSort.Title, false) => entries.OrderBy(e => e.TitleKey).ThenBy(e => e.CodeKey),
            (RegisterSort.Title, true) => entries.OrderByDescending(e => e.TitleKey).ThenBy(e => e.CodeKey),
            (RegisterSort.Category, false) => entries.OrderBy(e => e.Category.Position).ThenBy(e => e.CodeKey),
            (RegisterSort.Category, true) => entries.OrderByDescending(e => e.Category.Position).ThenBy(e => e.CodeKey),
            (RegisterSort.Stage, false) => entries.OrderBy(e => e.Stage).ThenBy(e => e.CodeKey),
            (RegisterSort.Stage, true) => entries.OrderByDescending(e => e.Stage).ThenBy(e => e.CodeKey),
            (RegisterSort.Status, false) => entries.OrderBy(e => e.Status).ThenBy(e => e.CodeKey),
            (RegisterSort.Status, true) => entries.OrderByDescending(e => e.Status).ThenBy(e => e.CodeKey),
            (RegisterSort.Start, false) => entries.OrderBy(e => e.StartsOn == null).ThenBy(e => e.StartsOn).ThenBy(e => e.CodeKey),
            (RegisterSort.Start, true) => entries.OrderBy(e => e.StartsOn == null).ThenByDescending(e => e.StartsOn).ThenBy(e => e.CodeKey),
            (RegisterSort.End, false) => entries.OrderBy(e => e.EndsOn == null).ThenBy(e => e.EndsOn).ThenBy(e => e.CodeKey),
            (RegisterSort.End, true) => entries.OrderBy(e => e.EndsOn == null).ThenByDescending(e => e.EndsOn).ThenBy(e => e.CodeKey),
            (RegisterSort.Progress, false) => entries.OrderBy(e => e.Progress == null).ThenBy(e => e.Progress).ThenBy(e => e.CodeKey),
            (RegisterSort.Progress, true) =>
                entries.OrderBy(e => e.Progress == null).ThenByDescending(e => e.Progress).ThenBy(e => e.CodeKey),
            (RegisterSort.Updated, false) => entries.OrderBy(e => e.UpdatedOn == null).ThenBy(e => e.UpdatedOn).ThenBy(e => e.CodeKey),
            (RegisterSort.Updated, true) =>
                entries.OrderBy(e => e.UpdatedOn == null).ThenByDescending(e => e.UpdatedOn).ThenBy(e => e.CodeKey),
            (_, true) => entries.OrderByDescending(e => e.CodeKey),
            _ => entries.OrderBy(e => e.CodeKey),
        };
}
