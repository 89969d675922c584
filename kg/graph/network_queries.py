"""What :func:`kg.graph.network.network` reads; one row per named graph that speaks of a node.

Tasks, statements and positions are many: each of their properties is a subquery, which is scanned
once and joined by hashing. Written as one pattern every row looks up every property, which takes
three times as long on fifty thousand tasks.
"""

from __future__ import annotations

_PREFIXES = """
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX p-plan: <http://purl.org/net/p-plan#>
PREFIX pc: <https://w3id.org/policy-cascade/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
"""


def _scan(subject: str, predicate: str, value: str) -> str:
    """Give a subquery of all pairs that a predicate ties in one named graph."""
    return f"{{ SELECT ?g {subject} {value} {{ GRAPH ?g {{ {subject} {predicate} {value} }} }} }}"


_YEAR_OR_DAY = "time:inXSDgYear|time:inXSDgYearMonth|time:inXSDDate"

DOCUMENTS = f"""{_PREFIXES}
SELECT DISTINCT ?node ?label ?title ?number ?type ?issuer ?level ?place ?date ?not_before ?held
  ?file WHERE {{
  GRAPH ?g {{
    ?node a eli:LegalResource .
    OPTIONAL {{ ?node rdfs:label ?l . BIND(STR(?l) AS ?label) }}
    OPTIONAL {{ ?node pc:normalisedTitle ?normalised }}
    OPTIONAL {{ ?expression eli:realizes ?node ; eli:title ?t }}
    OPTIONAL {{ ?node eli:number ?number }}
    OPTIONAL {{ ?node pc:typeWords ?type }}
    OPTIONAL {{ ?node eli:passed_by/skos:prefLabel ?i . BIND(STR(?i) AS ?issuer) }}
    OPTIONAL {{ ?node pc:level ?lv . BIND(STRAFTER(STR(?lv), "/types/level/") AS ?level) }}
    OPTIONAL {{ ?node eli:jurisdiction/rdfs:label ?own }}
    OPTIONAL {{ ?node eli:passed_by/pc:place/rdfs:label ?issuers }}
    OPTIONAL {{ ?node eli:date_document ?d . BIND(STR(?d) AS ?date) }}
    OPTIONAL {{ ?node pc:dateNotBefore ?nb . BIND(STR(?nb) AS ?not_before) }}
    OPTIONAL {{ ?node pc:sourceText ?text . ?text pc:fileName ?file }}
  }}
  BIND(STR(COALESCE(?normalised, ?t)) AS ?title)
  BIND(STR(COALESCE(?own, ?issuers)) AS ?place)
  BIND(EXISTS {{ ?node pc:sourceText ?any }} AS ?held)
}}"""

RECIPIENTS = f"""{_PREFIXES}
SELECT DISTINCT ?node ?words WHERE {{ GRAPH ?g {{ ?node pc:recipientWords ?words }} }}"""

TASKS = f"""{_PREFIXES}
SELECT ?node ?label ?text ?task_id ?task_kind ?lead_role ?document ?time_kind ?time_start
  ?time_end ?time_open ?time_words ?month_day ?place ?section_title WHERE {{
  {{ SELECT ?g ?node {{ GRAPH ?g {{ ?node a pc:Task }} }} }}
  {_scan("?node", "pc:localId", "?task_id")}
  {_scan("?node", "pc:words", "?text")}
  {_scan("?node", "pc:taskKind", "?k")}
  {_scan("?node", "p-plan:isStepOfPlan", "?document")}
  OPTIONAL {_scan("?node", "pc:leadRole", "?lead_role")}
  OPTIONAL {_scan("?node", "pc:sectionTitle", "?st")}
  OPTIONAL {_scan("?document", "eli:jurisdiction/rdfs:label", "?p")}
  OPTIONAL {{
    {_scan("?node", "time:hasTime", "?time")}
    {_scan("?time", "pc:timeWords", "?time_words")}
    {_scan("?time", "pc:timeKind", "?tk")}
    OPTIONAL {_scan("?time", "pc:monthDay", "?md")}
    OPTIONAL {_scan("?time", "pc:openEnded", "?time_open")}
    OPTIONAL {{
      {_scan("?time", "time:hasBeginning", "?first")} {_scan("?first", _YEAR_OR_DAY, "?from")}
    }}
    OPTIONAL {{
      {_scan("?time", "time:hasEnd", "?last")} {_scan("?last", _YEAR_OR_DAY, "?until")}
    }}
  }}
  BIND(?task_id AS ?label)
  BIND(STR(?st) AS ?section_title)
  BIND(STR(?p) AS ?place)
  BIND(STRAFTER(STR(?k), "/types/task-kind/") AS ?task_kind)
  BIND(STRAFTER(STR(?tk), "/types/time-kind/") AS ?time_kind)
  BIND(STR(?from) AS ?time_start)
  BIND(STR(?until) AS ?time_end)
  BIND(STR(?md) AS ?month_day)
}}"""

DUTIES = f"""{_PREFIXES}
SELECT ?node ?label ?text ?document ?recurrence ?month_day ?time_words
  ?passage ?place WHERE {{
  GRAPH ?g {{
    ?node a pc:ReportingDuty ; pc:localId ?label ; pc:words ?text ; pc:ofDocument ?document ;
      pc:recurrence ?r .
    OPTIONAL {{ ?node pc:evidence ?passage }}
    OPTIONAL {{ ?node time:hasTime/pc:monthDay ?md }}
    OPTIONAL {{ ?node pc:deadlineWords ?time_words }}
    OPTIONAL {{ ?document eli:jurisdiction/rdfs:label ?p }}
  }}
  BIND(STRAFTER(STR(?r), "/types/recurrence/") AS ?recurrence)
  BIND(STR(?md) AS ?month_day)
  BIND(STR(?p) AS ?place)
}}"""

TARGETS = f"""{_PREFIXES}
SELECT ?node ?label ?text ?document ?in_task ?time_end ?passage ?place WHERE {{
  GRAPH ?g {{
    ?node a pc:Target ; pc:localId ?label ; pc:words ?text ; pc:ofDocument ?document .
    OPTIONAL {{ ?node pc:inTask ?in_task }}
    OPTIONAL {{ ?node pc:evidence ?passage }}
    OPTIONAL {{ ?node time:hasTime/pc:latest ?until }}
    OPTIONAL {{ ?document eli:jurisdiction/rdfs:label ?p }}
  }}
  BIND(STR(?until) AS ?time_end)
  BIND(STR(?p) AS ?place)
}}"""

AGENTS = f"""{_PREFIXES}
SELECT DISTINCT ?node ?label ?name ?agent_kind ?collective ?place ?undecided ?document WHERE {{
  GRAPH ?g {{
    ?node a prov:Agent ; skos:prefLabel ?l .
    OPTIONAL {{ ?node pc:undecided ?undecided . ?document pc:sourceText ?text }}
    OPTIONAL {{ ?node pc:genericName ?n . BIND(STR(?n) AS ?name) }}
    OPTIONAL {{
      ?node org:classification ?k .
      BIND(STRAFTER(STR(?k), "/types/agency-kind/") AS ?agent_kind)
    }}
    OPTIONAL {{ ?node pc:place/rdfs:label ?p . BIND(STR(?p) AS ?place) }}
  }}
  BIND(STR(?l) AS ?label)
  BIND(EXISTS {{ ?node a pc:Collective }} AS ?collective)
}}"""

PLACES = f"""{_PREFIXES}
SELECT DISTINCT ?node ?label WHERE {{
  GRAPH ?g {{ ?node a pc:Place ; rdfs:label ?l }}
  BIND(STR(?l) AS ?label)
}}"""

STATEMENTS = f"""{_PREFIXES}
SELECT ?s ?p ?o ?passage ?why ?text WHERE {{
  VALUES ?p {{
    pc:implements eli:based_on eli:cites eli:amends eli:repeals pc:leadAgency
    pc:coordinatingAgency pc:reportingAgency pc:reportTo eli:passed_by org:unitOf
    p-plan:isStepOfPlan pc:refersTo
  }}
  {_scan("?statement", "rdf:predicate", "?p")}
  {_scan("?statement", "rdf:subject", "?s")}
  {_scan("?statement", "rdf:object", "?o")}
  {_scan("?statement", "prov:wasDerivedFrom", "?text")}
  OPTIONAL {_scan("?statement", "pc:evidence", "?passage")}
  OPTIONAL {_scan("?statement", "pc:inferredFrom", "?why")}
}}"""

TEXTS = f"""{_PREFIXES}
SELECT ?text ?source ?file WHERE {{
  GRAPH ?g {{ ?source pc:sourceText ?text . ?text pc:fileName ?file }}
}}"""

POSITIONS = f"""{_PREFIXES}
SELECT ?position ?start ?end WHERE {{
  {_scan("?position", "oa:start", "?start")} {_scan("?position", "oa:end", "?end")}
}}"""

QUOTES = f"""{_PREFIXES}
SELECT ?quote ?words WHERE {{ GRAPH ?g {{ ?quote oa:exact ?words }} }}"""

MAY_BE = f"""{_PREFIXES}
SELECT DISTINCT ?s ?o ?why ?source WHERE {{
  GRAPH ?g {{
    ?statement rdf:predicate pc:mayBe ; rdf:subject ?s ; rdf:object ?o ;
      pc:inferredFrom ?why ; prov:wasDerivedFrom ?source .
  }}
}}"""

REPORTS = f"""{_PREFIXES}
SELECT ?s ?o ?passage ?text WHERE {{
  GRAPH ?g {{
    ?duty a pc:ReportingDuty ; pc:reportingAgency ?s ; pc:reportTo ?o ; pc:evidence ?passage .
    ?passage oa:hasSource ?text .
  }}
}}"""
