using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage;

/// <summary>
/// The stored model, the same for every database. One derived context per provider carries that provider's migrations.
/// Take one from <see cref="IDbContextFactory{TContext}"/> per operation and dispose of it. The sets here are of the
/// record itself; a folder above that stores something of its own adds its sets beside the entity.
/// </summary>
public abstract class DefenseCoopContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Citation> Citations => Set<Citation>();


    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Provision> Provisions => Set<Provision>();

    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<FocusArea> FocusAreas => Set<FocusArea>();

    public DbSet<Objective> Objectives => Set<Objective>();

    public DbSet<ExpectedOutcome> ExpectedOutcomes => Set<ExpectedOutcome>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<Indicator> Indicators => Set<Indicator>();


    public DbSet<Target> Targets => Set<Target>();

    public DbSet<Reading> Readings => Set<Reading>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Exercise> Exercises => Set<Exercise>();


    public DbSet<CooperationEvent> Events => Set<CooperationEvent>();

    public DbSet<SpendingFigure> SpendingFigures => Set<SpendingFigure>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    /// <summary>The keys by which cookies and forms are protected.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<RecordChange> RecordChanges => Set<RecordChange>();

    public DbSet<AssessmentPeriod> AssessmentPeriods => Set<AssessmentPeriod>();

    public DbSet<Assessment> Assessments => Set<Assessment>();



    public DbSet<AssessmentAction> AssessmentActions => Set<AssessmentAction>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(PartialDate.MaxLength);
        configurationBuilder.Properties<Period>().HaveConversion<PeriodConverter>().HaveMaxLength(Period.MaxLength);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

        // Not every database has a decimal: one that has not stores it as text, which sorts and compares wrongly.
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }

    /// <exception cref="InvalidOperationException">There are versioned rows
    /// to save: they are saved by <see cref="VersionedSave"/>.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RequireNoVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">As of the other.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RequireNoVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Saves the rows alone, for whoever writes their versions in the same transaction.</summary>
    internal virtual Task SaveRowsAsync(CancellationToken ct) => base.SaveChangesAsync(acceptAllChangesOnSuccess: true, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DefenseCoopContext).Assembly);
        MapHistory(modelBuilder);
    }

    /// <summary>Beside the tables of the present stand those of their history.</summary>
    protected virtual void MapHistory(ModelBuilder modelBuilder) => HistoryTables.AddTo(modelBuilder);

    private void RequireNoVersions()
    {
        if (!VersionedRow.Of(this).Any()) return;
        throw new InvalidOperationException(
            $"Rows that have a history are saved by {nameof(VersionedSave)}, which is told who changes them and when.");
    }
}
