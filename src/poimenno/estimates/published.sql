-- The figures that sources give for the operation and the region of a stratum; null: for all, or for the whole USSR.
-- The record's own counts are no source.
SELECT
    claim_id, measure, value, value_low, value_high, unit, precision,
    CAST(period_start AS VARCHAR) AS period_start, CAST(period_end AS VARCHAR) AS period_end, source, scope
FROM claims
WHERE operation IS NOT DISTINCT FROM $operation
    AND region IS NOT DISTINCT FROM $region
    AND extent IN ('whole_ussr', 'region')
    AND measure IN ('arrested', 'convicted', 'executed', 'camp')
    AND collection != 'record'
ORDER BY measure, claim_id;
