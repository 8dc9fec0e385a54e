using System.Diagnostics;
using Xunit;

namespace DefenseCoop.Tests.Reliability;

/// <summary>
/// A disk of its own with little space, or one that cannot be
/// written to. It takes a system that lets the tests mount one.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("defensecoop-disk-").FullName;
    private readonly string _options;
    private bool _isMounted;

    private SmallDisk(string options) => _options = options;

    public string Path => _path;

    private string Filler => File("filler");

    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk($"size={megabytes}m");
        disk._isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", disk._options, "tmpfs", disk.Path);
        if (disk._isMounted) return disk;
        disk.Dispose();
        Assert.Skip("This system does not let the tests mount a disk.");
        return disk;
    }

    public string File(string name) => System.IO.Path.Combine(_path, name);

    /// <summary>Leaves not a byte of space.</summary>
    public void Fill()
    {
        using var file = System.IO.File.OpenHandle(Filler, FileMode.OpenOrCreate, FileAccess.Write);
        var at = RandomAccess.GetLength(file);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                for (; ; at += size) RandomAccess.Write(file, new byte[size], at);
            }
            catch (IOException)
            {
                at = RandomAccess.GetLength(file);
            }
        }
    }

    public void Empty() => System.IO.File.Delete(Filler);

    /// <summary>Writes nothing more; it takes that nobody has a file open for writing.</summary>
    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", _path), "The disk cannot be made read-only.");

    public void Dispose()
    {
        if (_isMounted) Run("umount", "-l", _path);
        Directory.Delete(_path, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
