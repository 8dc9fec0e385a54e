using DefenseCoop.Data.Storage;
using Spectre.Console;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>Shows on the console how far a work is, with a bar for each of its steps.</summary>
internal static class ProgressBars
{
    public static Task<T> ShowAsync<T>(Func<IProgress<WorkProgress>, Task<T>> work) =>
        AnsiConsole.Progress().StartAsync(context => work(new Bars(context)));

    private sealed class Bars(ProgressContext context) : IProgress<WorkProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(WorkProgress value)
        {
            if (!_tasks.TryGetValue(value.Step, out var task)) _tasks[value.Step] = task = context.AddTask(value.Step, maxValue: 1);
            task.Value = value.Share;

            // How far a check is, only the database knows.
            task.IsIndeterminate = value.Share <= 0;
        }
    }
}
