using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Fields;

/// <summary>What a form reads from and writes to: a context of the present, or for reading one of the past.</summary>
/// <param name="db">Whose records.</param>
/// <param name="today">Of whoever types.</param>
/// <param name="ct">Ends it.</param>
internal sealed class FormScope(DefenseCoopContext db, DateOnly today, CancellationToken ct)
{
    private readonly List<Citation> _citations = [];

    public DefenseCoopContext Db => db;

    public DateOnly Today => today;

    public CancellationToken Ct => ct;

    /// <summary>Reads what the facts of a record cite, before any of it is asked for.</summary>
    public async Task ReadCitationsAsync(IReadOnlyList<(SubjectKind Kind, string Code)> subjects)
    {
        if (subjects.Count == 0) return;
        var codes = subjects.Select(s => s.Code).Distinct().ToList();
        var found = await db.Set<Citation>().Include(c => c.Source)
            .Where(c => EF.Parameter(codes).Contains(c.SubjectCode))
            .OrderBy(c => c.Position).ThenBy(c => c.Id)
            .ToListAsync(ct);
        _citations.AddRange(found.Where(c => subjects.Contains((c.Kind, c.SubjectCode))));
    }

    public IReadOnlyList<Citation> Citations(SubjectKind kind, string code, Aspect aspect) =>
        [.. _citations.Where(c => c.Kind == kind && c.SubjectCode == code && c.Aspect == aspect)];

    /// <summary>Removes everything that a record cites, when it is removed itself.</summary>
    public void RemoveCitations(SubjectKind kind, string code) =>
        db.RemoveRange(_citations.Where(c => c.Kind == kind && c.SubjectCode == code));
}
