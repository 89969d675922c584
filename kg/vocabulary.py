"""Closed namespaces: a misspelt term fails where it is written, not in a graph next month.

Only ``kg.graph``, ``kg.write`` and ``kg.serve`` import this module; the rooms of text know no RDF.

>>> PC.leadAgency
rdflib.term.URIRef('https://w3id.org/policy-cascade/ns#leadAgency')
>>> PC.leedAgency
Traceback (most recent call last):
    ...
AttributeError: term 'leedAgency' not in namespace 'https://w3id.org/policy-cascade/ns#'
"""

# ruff: noqa: N815  # the terms keep the spelling of their vocabularies

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"
"""The language of the documents, as the language list of the EU names it."""

TYPES = "https://w3id.org/policy-cascade/types/"
"""Where the concepts of ``ontology/types.ttl`` live, whatever base the data has."""


class PC(DefinedNamespace):
    """Our own terms; ``ontology/policy.ttl`` defines each of them."""

    _fail = True
    _NS = Namespace("https://w3id.org/policy-cascade/ns#")

    Change: URIRef
    Collective: URIRef
    FunctionTransfer: URIRef
    Funding: URIRef
    Goal: URIRef
    PartyDocument: URIRef
    Place: URIRef
    ReportingDuty: URIRef
    Run: URIRef
    Scheme: URIRef
    SourceText: URIRef
    StateDocument: URIRef
    Statement: URIRef
    Succession: URIRef
    SuggestedCorrection: URIRef
    Target: URIRef
    Task: URIRef
    Timeframe: URIRef

    act: URIRef
    after: URIRef
    approvedBy: URIRef
    areaNowIn: URIRef
    before: URIRef
    change: URIRef
    changeType: URIRef
    citesProvision: URIRef
    confidence: URIRef
    coordinateWords: URIRef
    coordinatingAgency: URIRef
    dateBasis: URIRef
    dateNotBefore: URIRef
    deadlineWords: URIRef
    doubt: URIRef
    earliest: URIRef
    elsewhere: URIRef
    evidence: URIRef
    fileName: URIRef
    fromBody: URIRef
    function: URIRef
    genericBody: URIRef
    genericName: URIRef
    hasMember: URIRef
    holder: URIRef
    implements: URIRef
    inSection: URIRef
    inTask: URIRef
    inferredFrom: URIRef
    latest: URIRef
    leadAgency: URIRef
    leadRole: URIRef
    leadWords: URIRef
    level: URIRef
    localId: URIRef
    mayBe: URIRef
    monthDay: URIRef
    namePattern: URIRef
    nearDuplicateOf: URIRef
    normalisedTitle: URIRef
    occurrences: URIRef
    ofDocument: URIRef
    openEnded: URIRef
    otherAgency: URIRef
    outcome: URIRef
    outsideOrganisation: URIRef
    pinpoint: URIRef
    place: URIRef
    placeKind: URIRef
    placeLevel: URIRef
    predecessor: URIRef
    promulgatedBy: URIRef
    rank: URIRef
    recipientWords: URIRef
    recurrence: URIRef
    refersTo: URIRef
    reportTo: URIRef
    reportVia: URIRef
    reportingAgency: URIRef
    rule: URIRef
    rulesVersion: URIRef
    sectionRole: URIRef
    sectionTitle: URIRef
    seenIn: URIRef
    sha256: URIRef
    shouldBe: URIRef
    signer: URIRef
    softwareVersion: URIRef
    sourceText: URIRef
    standsIn: URIRef
    standsUnder: URIRef
    status: URIRef
    suggestionConfidence: URIRef
    taskKind: URIRef
    tentative: URIRef
    textLength: URIRef
    textSha256: URIRef
    timeKind: URIRef
    timeWords: URIRef
    toBody: URIRef
    typeWords: URIRef
    undecided: URIRef
    words: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: documents and how they bear on each other."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")

    LegalExpression: URIRef
    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    amends: URIRef
    based_on: URIRef
    cites: URIRef
    date_document: URIRef
    first_date_entry_in_force: URIRef
    has_annex: URIRef
    has_part: URIRef
    jurisdiction: URIRef
    language: URIRef
    number: URIRef
    passed_by: URIRef
    realizes: URIRef
    repeals: URIRef
    title: URIRef
    type_document: URIRef


class ORG(DefinedNamespace):
    """The Organization Ontology: bodies and the bodies they are units of."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/org#")

    ChangeEvent: URIRef
    FormalOrganization: URIRef
    OrganizationalUnit: URIRef
    classification: URIRef
    originalOrganization: URIRef
    resultingOrganization: URIRef
    subOrganizationOf: URIRef
    unitOf: URIRef


class CV(DefinedNamespace):
    """Core Public Organisation Vocabulary (CPOV)."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/m8g/")

    PublicOrganisation: URIRef


class PPLAN(DefinedNamespace):
    """P-Plan: plans and their steps."""

    _fail = True
    _NS = Namespace("http://purl.org/net/p-plan#")

    Plan: URIRef
    isStepOfPlan: URIRef


class PROV(DefinedNamespace):
    """How a statement came to be."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/prov#")

    Activity: URIRef
    Agent: URIRef
    Person: URIRef
    endedAtTime: URIRef
    used: URIRef
    wasDerivedFrom: URIRef
    wasGeneratedBy: URIRef


class OA(DefinedNamespace):
    """Web Annotation: the place of words in a text."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    editing: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    motivatedBy: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


class TIME(DefinedNamespace):
    """OWL-Time: intervals, their first and their last instant."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2006/time#")

    Instant: URIRef
    ProperInterval: URIRef
    hasBeginning: URIRef
    hasEnd: URIRef
    hasTime: URIRef
    inXSDDate: URIRef
    inXSDgYear: URIRef
    inXSDgYearMonth: URIRef


class SCHEMA(DefinedNamespace):
    """schema.org: schedules, quantities, persons."""

    _fail = True
    _NS = Namespace("https://schema.org/")

    AdministrativeArea: URIRef
    Person: URIRef
    QuantitativeValue: URIRef
    Schedule: URIRef
    byMonth: URIRef
    byMonthDay: URIRef
    containedInPlace: URIRef
    encodingFormat: URIRef
    jobTitle: URIRef
    maxValue: URIRef
    minValue: URIRef
    name: URIRef
    repeatFrequency: URIRef
    unitText: URIRef
    validFrom: URIRef
    validThrough: URIRef
