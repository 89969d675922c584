"""The SQL of `bench/questions.py`, on the tables of `kg export --format csv`; run alone it counts itself."""

from __future__ import annotations

_BODIES = """
SELECT rank() OVER (ORDER BY count(DISTINCT t.iri) DESC), min(a.label), min(a.agent_kind),
  count(DISTINCT t.iri), count(DISTINCT t.document)
FROM edges e JOIN tasks t ON t.iri = e."from" JOIN agents a ON a.iri = e."to"
WHERE e.relation = '{relation}'{only}
GROUP BY a.iri"""
_ALONE = """
  AND (SELECT count(*) FROM edges x WHERE x."from" = t.iri AND x.relation = 'lead') = 1"""
_TYPES = """('chiến lược', 'chương trình hành động', 'chương trình', 'chỉ thị', 'kết luận',
  'kế hoạch', 'nghị quyết', 'quyết định', 'đề án')"""
_UP = f"""
  SELECT DISTINCT e."from" AS lower, e."to" AS upper FROM edges e JOIN documents d ON d.iri = e."to"
  WHERE e.relation IN ('implements', 'based_on') AND lower(d.type) IN {_TYPES}"""

SQL = {
    "leads": _BODIES.format(relation="lead", only=""),
    "leads-sole": _BODIES.format(relation="lead", only=_ALONE),
    "leads-printed": _BODIES.format(
        relation="lead", only=" AND lower(t.lead_role) LIKE 'chủ trì%'"
    ),
    "coordinators": _BODIES.format(relation="coordinate", only=""),
    "leads-by-kind": """
SELECT rank() OVER (ORDER BY count(DISTINCT t.iri) DESC), a.name, min(a.agent_kind),
  count(DISTINCT t.iri), count(DISTINCT t.place), count(DISTINCT t.document)
FROM edges e JOIN tasks t ON t.iri = e."from" JOIN agents a ON a.iri = e."to"
WHERE e.relation = 'lead' AND a.name IS NOT NULL
GROUP BY a.name""",
    "pairs": f"""
WITH up AS ({_UP})
SELECT rank() OVER (ORDER BY count(DISTINCT t.iri) DESC), min(a.label), min(b.label),
  count(DISTINCT t.iri), count(DISTINCT up.upper)
FROM edges l JOIN edges c ON c."from" = l."from" JOIN tasks t ON t.iri = l."from"
  JOIN agents a ON a.iri = l."to" JOIN agents b ON b.iri = c."to"
  LEFT JOIN up ON up.lower = t.document
WHERE l.relation = 'lead' AND c.relation = 'coordinate' AND a.iri <> b.iri
GROUP BY a.iri, b.iri""",
    "missing": f"""
WITH RECURSIVE
directive AS (
  SELECT DISTINCT d.iri, d.label FROM documents d
    JOIN edges i ON i."from" = d.iri AND i.relation = 'issued_by'
    JOIN agents a ON a.iri = i."to"
    JOIN edges c ON c."to" = d.iri AND c.relation = 'cites'
  WHERE a.place IS NULL AND lower(d.type) IN {_TYPES}),
down AS (SELECT "from" AS lower, "to" AS upper FROM edges
  WHERE relation IN ('implements', 'based_on')),
under AS (
  SELECT d.iri AS directive, down.lower FROM directive d JOIN down ON down.upper = d.iri
  UNION SELECT under.directive, down.lower FROM under JOIN down ON down.upper = under.lower),
home AS (
  SELECT iri, regexp_replace(place, '^.*, tỉnh ', 'Tỉnh ') AS place
    FROM documents WHERE place IS NOT NULL
  UNION SELECT e."from", regexp_replace(a.place, '^.*, tỉnh ', 'Tỉnh ')
    FROM edges e JOIN agents a ON a.iri = e."to"
  WHERE e.relation = 'issued_by' AND a.place IS NOT NULL),
province AS (SELECT DISTINCT regexp_replace(place, '^.*, tỉnh ', 'Tỉnh ') AS place FROM documents WHERE held = 'true' AND place IS NOT NULL),
own AS (
  SELECT u.directive, h.place, count(*) AS plans, min(d.label) AS example
  FROM under u JOIN home h ON h.iri = u.lower JOIN documents d ON d.iri = u.lower
  GROUP BY ALL),
cited AS (
  SELECT DISTINCT e."to" AS directive, h.place FROM edges e JOIN home h ON h.iri = e."from"
  WHERE e.relation = 'cites')
SELECT d.label, p.place, CASE WHEN own.plans > 0 THEN 'own plan here'
    WHEN cited.place IS NOT NULL THEN 'only cited or given as a task'
    ELSE 'nothing in this corpus' END, coalesce(own.plans, 0), own.example
FROM directive d CROSS JOIN province p
  LEFT JOIN own ON own.directive = d.iri AND own.place = p.place
  LEFT JOIN cited ON cited.directive = d.iri AND cited.place = p.place""",
    "unclear": """
WITH led AS (
  SELECT e."from" AS task, count(*) AS leads, bool_and(a.collective = 'true') AS many
  FROM edges e JOIN agents a ON a.iri = e."to" WHERE e.relation = 'lead' GROUP BY ALL),
open AS (
  SELECT t.*, unnest([
    CASE WHEN led.leads IS NULL THEN 'no lead' WHEN led.many THEN 'collective lead only' END,
    CASE WHEN led.leads > 1 THEN 'several leads' END,
    CASE WHEN t.time_kind IS NULL THEN 'no time' END]) AS problem
  FROM tasks t LEFT JOIN led ON led.task = t.iri)
SELECT d.label, task_id, problem, task_kind, text
FROM open JOIN documents d ON d.iri = open.document WHERE problem IS NOT NULL""",
    "cited-not-held": """
SELECT rank() OVER (ORDER BY count(*) DESC), min(d.label), count(*), sum(e.count::INT)
FROM edges e JOIN documents d ON d.iri = e."to" JOIN documents f ON f.iri = e."from"
WHERE e.relation = 'cites' AND d.held = 'false' AND f.held = 'true' GROUP BY d.iri""",
    "timeline": r"""
WITH named AS (
  SELECT iri, coalesce(time_kind, 'no time') AS kind, time_open = 'true' AS open,
    CASE WHEN regexp_matches(time_start, '^[0-9]{4}([^0-9]|$)') THEN time_start[:4]::INT END AS one,
    CASE WHEN regexp_matches(time_end, '^[0-9]{4}([^0-9]|$)') THEN time_end[:4]::INT END AS other
  FROM tasks),
bounds AS (SELECT iri, kind, open, coalesce(one, other) AS one, coalesce(other, one) AS other
  FROM named),
latest AS (SELECT max(greatest(one, other)) AS last FROM bounds),
years AS (
  SELECT kind, unnest(CASE WHEN one IS NULL THEN [NULL] ELSE range(least(one, final),
    greatest(one, final) + 1) END) AS year
  FROM (SELECT *, CASE WHEN open THEN greatest(last, other) ELSE other END AS final
    FROM bounds, latest))
SELECT year, kind, count(*), (SELECT count(*) FROM tasks) FROM years GROUP BY ALL""",
    "load": """
WITH led AS (
  SELECT e."from" AS task, e."to" AS agent, t.document,
    count(*) OVER (PARTITION BY e."from") AS leads
  FROM edges e JOIN tasks t ON t.iri = e."from" WHERE e.relation = 'lead'),
helped AS (
  SELECT e."from" AS task, e."to" AS agent, t.document
  FROM edges e JOIN tasks t ON t.iri = e."from" WHERE e.relation = 'coordinate'),
whole AS (SELECT count(*) AS n FROM tasks),
said AS (
  SELECT agent, document, task AS leads, CASE WHEN leads = 1 THEN task END AS alone,
    NULL AS helps FROM led
  UNION ALL SELECT agent, document, NULL, NULL, task FROM helped)
SELECT rank() OVER (ORDER BY count(leads) DESC), min(a.label), min(a.agent_kind), count(leads),
  (2 * count(leads) * 10000 + min(n)) // (2 * min(n)) / 10000, count(alone),
  count(leads) - count(alone), count(helps),
  (2 * count(helps) * 10000 + min(n)) // (2 * min(n)) / 10000, count(DISTINCT said.document)
FROM said JOIN agents a ON a.iri = said.agent, whole GROUP BY a.iri""",
}
"""By the name of the question; columns as `kg ask` gives them, in any order of rows."""

if __name__ == "__main__":
    print(f"{len(SQL)} questions in SQL: bench/questions.py asks them")
