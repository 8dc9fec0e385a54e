namespace DefenseCoop.Domain.Status.Rules.RollUp;

/// <summary>The sums that decide a roll-up; kept as sums so that "what if this part rose" costs nothing.</summary>
internal struct Tally
{
    private decimal _possible;
    private decimal _known;
    private decimal _points;
    private decimal _stale;
    private int _notAchieved;
    private int _offTrack;

    public readonly decimal Coverage => _possible == 0 ? 0 : _known / _possible;

    public readonly decimal? Mean => _known == 0 ? null : _points / _known;

    public void Add(AssessedStatus status, decimal weight, bool canBeAssessed, Thresholds t) => Count(status, weight, canBeAssessed, 1, t);

    public void Remove(AssessedStatus status, decimal weight, bool canBeAssessed, Thresholds t) =>
        Count(status, weight, canBeAssessed, -1, t);

    public readonly AssessedStatus Status(Thresholds t)
    {
        if (_known == 0 || Coverage < t.CoverageAtLeast)
        {
            return _stale * 2 > _possible - _known ? AssessedStatus.Stale : AssessedStatus.NotAssessed;
        }

        if (_notAchieved == 0) return AssessedStatus.Achieved;
        if (Mean >= t.OnTrackMean && _offTrack == 0) return AssessedStatus.OnTrack;
        return Mean >= t.AtRiskMean ? AssessedStatus.AtRisk : AssessedStatus.OffTrack;
    }

    private void Count(AssessedStatus status, decimal weight, bool canBeAssessed, int sign, Thresholds t)
    {
        if (!canBeAssessed) return;
        var signed = sign < 0 ? -weight : weight;
        _possible += signed;
        if (status == AssessedStatus.Stale) _stale += signed;
        if (t.Points(status) is not { } points) return;
        _known += signed;
        _points += signed * points;
        if (status != AssessedStatus.Achieved) _notAchieved += sign;
        if (status == AssessedStatus.OffTrack) _offTrack += sign;
    }
}
