using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Commands.Sending;

/// <summary>
/// Remembers which forms were carried out. The receipt is written in the transaction of the change, so that there is one
/// where there is the other, whatever becomes of the answer.
/// </summary>
public sealed class FormLedger(IDbContextFactory<DefenseCoopContext> contexts, IDatabase database, TimeProvider clock)
{
    /// <summary>So long a form may lie open and be sent again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private const string SentTwice = "This form was sent twice, and was carried out once already. Nothing was changed a second time.";

    private readonly AsyncLocal<FormSending?> _current = new();

    /// <summary>Names the sending for whatever is changed from here on in the course of the request.</summary>
    public void Begin(FormSending sending) => _current.Value = sending;

    /// <summary>The receipt of a form; null where it was not carried out.</summary>
    public async Task<FormReceipt?> FindAsync(string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.FormReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Form == key, ct);
    }

    /// <summary>Writes the receipt of the sending under way, if there is one.</summary>
    /// <param name="db">Within the transaction of the change.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ConflictException">Another process was faster.</exception>
    internal async Task NoteAsync(DefenseCoopContext db, CancellationToken ct)
    {
        if (_current.Value is not { IsNoted: false } sending) return;
        if (await db.FormReceipts.AnyAsync(r => r.Form == sending.Key, ct)) throw new ConflictException(SentTwice);
        db.Add(new FormReceipt { Form = sending.Key, Content = sending.Content, At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The transaction with the receipt is committed.</summary>
    internal void Noted()
    {
        if (_current.Value is { } sending) sending.IsNoted = true;
    }

    /// <summary>Adds to the receipt where the person is led; without an answer that is good, it goes.</summary>
    /// <param name="sending">Which.</param>
    /// <param name="isGood">Whether the form was carried out.</param>
    /// <param name="url">Where the answer leads.</param>
    public async Task EndAsync(FormSending sending, bool isGood, string url)
    {
        if (!sending.IsNoted) return;
        try
        {
            await WriteAsync(sending, isGood, url);
        }
        catch (Exception e) when (StorageFailure.Explain(e) is not null)
        {
            // The receipt stays as it is: what was done is not done again.
        }
    }

    private async Task WriteAsync(FormSending sending, bool isGood, string url)
    {
        using var turn = await database.TakeTurnAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var old = clock.GetUtcNow().UtcDateTime - Kept;
        await db.FormReceipts.Where(r => r.At < old || (r.Form == sending.Key && !isGood)).ExecuteDeleteAsync(CancellationToken.None);
        if (!isGood || url.Length is 0 or > FormReceipt.MaxUrl) return;
        await db.FormReceipts.Where(r => r.Form == sending.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Url, url), CancellationToken.None);
    }
}
