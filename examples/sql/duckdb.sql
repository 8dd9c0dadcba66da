-- Questions to the tables of many reports, for DuckDB.
--
--     reportparse export --table meta     -o meta.parquet     examples/reports
--     reportparse export --table sections -o sections.parquet examples/reports
--     reportparse export --table metrics  -o metrics.parquet  examples/reports
--     duckdb < examples/sql/duckdb.sql

-- What did each place promise for its growth, in which words, and where do they stand?
SELECT region, year, change_literal, change::DOUBLE AS change, change_high, report, change_start, change_end
FROM 'metrics.parquet' JOIN 'meta.parquet' USING (report)
WHERE code = 'GDP' AND status = 'target' AND change IS NOT NULL
ORDER BY year, region, change_start;

-- Target against actual: a panel with one row for each report and indicator; the first mention counts.
SELECT region, year, code,
    first(change::DOUBLE ORDER BY metric) FILTER (status = 'actual') AS actual,
    first(change::DOUBLE ORDER BY metric) FILTER (status = 'target') AS target,
    first(change_literal ORDER BY metric) FILTER (status = 'target') AS wording,
    round(actual - target, 2) AS gap
FROM 'metrics.parquet' JOIN 'meta.parquet' USING (report)
WHERE code IS NOT NULL AND change_unit = '%' AND part_of IS NULL
GROUP BY ALL
HAVING gap IS NOT NULL
ORDER BY region, year, code;

-- What proofreaders look at: one indicator, one period, and more than one figure.
SELECT parse_filename(report) AS report, indicator, period_start, period_end,
    list(DISTINCT literal ORDER BY literal) AS literals
FROM 'metrics.parquet'
WHERE base_value IS NOT NULL AND status = 'actual'
GROUP BY report, indicator, base_unit, period_start, period_end
HAVING count(DISTINCT base_value) > 1
ORDER BY ALL;

-- How thick with figures is each chapter? Figures for a thousand bytes of text.
SELECT parse_filename(chapter.report) AS report, marker, title, role, count(metric) AS figures,
    round(1000 * count(metric) / (chapter."end" - chapter.start), 1) AS per_thousand
FROM 'sections.parquet' AS chapter LEFT JOIN 'metrics.parquet' AS figure
    ON figure.report = chapter.report
    AND figure.sentence_start >= chapter.start AND figure.sentence_start < chapter."end"
WHERE level = 1
GROUP BY chapter.report, chapter.section, marker, title, role, chapter.start, chapter."end"
ORDER BY chapter.report, chapter.section;

-- What made this file: the library's version and the options of the export.
SELECT decode(key) AS key, decode(value) AS value
FROM parquet_kv_metadata('metrics.parquet')
WHERE starts_with(decode(key), 'reportparse.')
ORDER BY key;
