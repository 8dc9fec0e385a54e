using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace DefenseCoop.Web.History;

/// <summary>What became of a stretch of text.</summary>
public enum TextFate
{
    Kept,
    Removed,
    Added,
}

/// <summary>A stretch of text that was kept, removed or added as a whole.</summary>
public sealed record TextPiece(TextFate Fate, string Text);

/// <summary>How two versions of a text differ, word by word.</summary>
public static class WordDifference
{
    /// <summary>
    /// The pieces in the order of reading: those kept and removed make up the text before, those kept and added the text
    /// after.
    /// </summary>
    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        var found = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var pieces = new Pieces();
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            pieces.Add(TextFate.Kept, found.PiecesOld, at, block.DeleteStartA - at);
            pieces.Add(TextFate.Removed, found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            pieces.Add(TextFate.Added, found.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        pieces.Add(TextFate.Kept, found.PiecesOld, at, found.PiecesOld.Count - at);
        return pieces.All;
    }

    private sealed class Pieces
    {
        private readonly List<TextPiece> _all = [];

        public IReadOnlyList<TextPiece> All => _all;

        public void Add(TextFate fate, IReadOnlyList<string> words, int start, int count)
        {
            if (count <= 0) return;
            var text = new StringBuilder();
            for (var i = start; i < start + count; i++) text.Append(words[i]);
            if (text.Length > 0) _all.Add(new TextPiece(fate, text.ToString()));
        }
    }
}
