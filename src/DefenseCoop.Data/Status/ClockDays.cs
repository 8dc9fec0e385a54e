using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Status;

/// <summary>What time and which day it is by a clock.</summary>
public static class ClockDays
{
    extension(TimeProvider clock)
    {
        /// <summary>UTC.</summary>
        public DateTime Now => clock.GetUtcNow().UtcDateTime;

        /// <summary>Today, UTC: the day that findings are kept for.</summary>
        public DateOnly Today => DateOnly.FromDateTime(clock.Now);

        /// <summary>Today for the person whose request is answered.</summary>
        public DateOnly ReaderToday => ReaderDay.Of(clock.Now, ReaderDay.Zone);
    }
}
