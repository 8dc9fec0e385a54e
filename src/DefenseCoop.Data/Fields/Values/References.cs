using System.Linq.Expressions;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields.Values;

/// <summary>Finds the records that fields name.</summary>
internal static class References
{
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static async Task<T> FindAsync<T>(FormScope scope, string typed, Expression<Func<T, bool>> which, string noun) where T : class =>
        await scope.Db.Set<T>().SingleOrDefaultAsync(which, scope.Ct)
        ?? throw new InvalidInputException($"No {noun} is known by {FieldText.Quote(typed.Trim())}: choose one of the list.");

    /// <summary>All that the codes name, in their order.</summary>
    /// <exception cref="InvalidInputException">Names the codes of which there is none.</exception>
    public static async Task<IReadOnlyList<T>> FindAllAsync<T>(
        FormScope scope, IReadOnlyList<string> codes, Expression<Func<T, bool>> which, Func<T, string> code, string noun) where T : class
    {
        const int Max = 100;
        if (codes.Count == 0) return [];
        if (codes.Count > Max) throw new InvalidInputException($"{codes.Count} are named: choose at most {Max}.");
        var found = (await scope.Db.Set<T>().Where(which).ToListAsync(scope.Ct)).ToDictionary(code, StringComparer.Ordinal);
        var unknown = codes.Where(c => !found.ContainsKey(c)).Take(5).ToList();
        return unknown.Count == 0
            ? [.. codes.Select(c => found[c])]
            : throw new InvalidInputException(
                $"No {noun} is known by {string.Join(", ", unknown.Select(FieldText.Quote))}: choose from the list.");
    }
}
