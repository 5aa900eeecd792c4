"""
Synthetic nesting: a one-sentence statement becomes the content of an invented outer one, so that the network meets
statements inside statements in news. “The bank said rates would rise.” → “Two officials told reporters that the bank
said rates would rise.” The outer statement carries the labels of `attribution`, the old one those of `nested`.
"""
from dataclasses import replace

from .document import Document, Relation
from .labels import ATTRIBUTION, KIND, NESTED, SETTING

OUTER_SOURCES = (
    "The ministry", "Two officials", "He", "She", "The spokeswoman", "State television", "The foreign minister", "Reuters",
    "The agency", "Police", "The report", "Witnesses", "A senior diplomat", "The newspaper", "They", "Maria Petrova",
    "Gen. Omar Haddad", "The human rights group", "John Miller , a lawyer for the family ,", "The White House",
)
#: (words of the cue, words of the addressee or venue, which of the two, kind)
OUTER_CUES = (
    ("said", "", "", "says"), ("says", "", "", "says"), ("told", "reporters", "addressee", "says"), ("reported", "", "", "says"),
    ("has claimed", "", "", "says"), ("added", "", "", "says"), ("told", "the court", "addressee", "says"), ("confirmed", "", "", "says"),
    ("wrote", "on Twitter", "venue", "says"), ("said", "in a statement", "venue", "says"), ("believes", "", "", "believes"), ("recalled", "", "", "says"),
    ("also noted", "", "", "says"), ("had warned", "", "", "says"), ("did not say", "", "", "says"), ("shows", "", "", "shows"),
)
#: The classes of the outer level in those of the inner one, which knows no cue without a source apart.
AS_NESTED = [NESTED.index(name.replace("sourceless", "cue")) for name in ATTRIBUTION]
ONLY_LOWER = {"the", "a", "an", "he", "she", "they", "it", "his", "her", "their", "this", "that", "these", "those", "some", "many", "in", "on", "at", "two", "several", "we"}


def paragraphs(document):
    """Word ranges between paragraph breaks."""
    borders = [i for i, gap in enumerate(document.gap) if gap >= 2] + [len(document.words)]
    return [(a, b) for a, b in zip(borders, borders[1:])]


def wrap(document, span, chance):
    """A document of one paragraph with an outer statement around it, or None when the paragraph does not lend itself to it."""
    a, b = span
    inner = [r for r in document.relations if r.cue and a <= r.cue[0] < b]
    words = document.words[a:b]
    if len(inner) != 1 or not 6 <= len(words) <= 60 or words[-1] != "." or any(document.quote[a:b]):
        return None
    relation = inner[0]
    parts = [p for p in (relation.source, relation.cue, *relation.content) if p]
    if any(p[0] < a or p[1] > b for p in parts) or any(words[i] == "." for i in range(len(words) - 1)):
        return None
    source = chance.choice(OUTER_SOURCES).split(" ")
    cue, setting, which, kind = chance.choice(OUTER_CUES)
    cue, setting = cue.split(" "), setting.split(" ") if setting else []
    that = ["that"] if chance.random() < 0.6 else []
    lead = source + cue + setting + that
    shift = len(lead)
    if words[0].lower() in ONLY_LOWER:
        words[0] = words[0].lower()
    tag = lambda role, n: [ATTRIBUTION.index(f"B-{role}")] + [ATTRIBUTION.index(f"I-{role}")] * (n - 1)
    count = len(words) - 1
    outer = tag("source", len(source)) + tag("cue", len(cue)) + [0] * len(setting)
    content = tag("content", len(that) + count)
    old = document.attribution[a:b]
    mark = [SETTING.index(f"B-{which}")] + [SETTING.index(f"I-{which}")] * (len(setting) - 1) if setting else []
    masked = [-100] * len(source)
    return Document(
        id=f"{document.id}#nested", task="attribution", words=lead + words,
        gap=[3] + [1] * (shift - 1) + [1] + document.gap[a + 1:b], quote=[0] * (shift + len(words)),
        attribution=outer + content + [0], nested=[0] * shift + [0 if x < 0 else AS_NESTED[x] for x in old],
        kind=masked + [KIND.index(kind)] * len(cue) + [-100] * (len(setting) + len(that)) + document.kind[a:b],
        setting=[0] * (len(source) + len(cue)) + mark + [0] * len(that) + document.setting[a:b],
        relations=[Relation((0, len(source)), (len(source), len(source) + len(cue)), [(shift - len(that), shift + count)])],
        links=True,
    )


def synthesize(documents, chance, share):
    """Wrapped paragraphs, joined to documents of a dozen, about `share` of all paragraphs that lend themselves to it."""
    found = [w for d in documents for p in paragraphs(d) if chance.random() < share for w in [wrap(d, p, chance)] if w]
    chance.shuffle(found)
    return [concatenate(found[at:at + 6], f"nested-{at}") for at in range(0, len(found), 6)]


def concatenate(documents, name):
    joined = replace(documents[0], id=name, relations=[])
    for key in ("words", "gap", "quote", "attribution", "nested", "kind", "setting"):
        setattr(joined, key, [x for d in documents for x in getattr(d, key)])
    at = 0
    move = lambda part, by: None if part is None else (part[0] + by, part[1] + by)
    for d in documents:
        for r in d.relations:
            joined.relations.append(Relation(move(r.source, at), move(r.cue, at), [move(c, at) for c in r.content]))
        at += len(d.words)
    return joined
