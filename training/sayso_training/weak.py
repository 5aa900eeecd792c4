"""
Weak labels: what no open set has by hand (kind, venue, addressee, statements inside statements), read off
cue lexicons and gold trees by plain rules. They teach the network a first idea; hand-made labels replace them.
"""
from dataclasses import dataclass, field
from pathlib import Path

from .document import Relation
from .labels import KIND, MASK, OUTERMOST_ROLES, SETTING, spans_to_bio

AUXILIARIES = {"be", "have", "do", "will", "would", "could", "can", "may", "might", "should", "must", "get"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj"}
#: Cases that may open a venue: “in a statement”, “on Twitter”, “during a rally”, “via e-mail”.
VENUE_CASES = {"in", "on", "at", "during", "via", "through", "by", "over", "to"}
TELLING = {"tell", "ask", "inform", "remind", "assure", "warn", "brief", "urge", "advise", "notify", "convince", "persuade", "order", "instruct"}
ENDS = {".", "!", "?", ";"}
#: Words that no longer belong to a venue: “[in an interview] Monday”.
AFTER_VENUE = ENDS | {",", ":", "that", "when", "after", "before", "while", "and", "on", "“", "\"", "monday", "tuesday", "wednesday", "thursday", "friday",
                      "saturday", "sunday", "last", "earlier", "this"}


@dataclass
class Lexicon:
    """data/cues.tsv and data/venues.tsv. `kinds`: {(lemma, pos): kind}; `forms`: {word form: lemma}."""

    kinds: dict
    venues: set
    forms: dict = field(default_factory=dict)

    def kind(self, lemma, pos):
        return self.kinds.get((lemma, pos))


def load_lexicon(folder: Path):
    def rows(name):
        lines = [line for line in (folder / name).read_text(encoding="utf-8").splitlines() if line]
        # The last comment line names the columns.
        head = [line for line in lines if line.startswith("#")][-1].lstrip("# ").split("\t")
        return [dict(zip(head, line.split("\t"))) for line in lines if not line.startswith("#")]

    kinds = {}
    for row in rows("cues.tsv"):
        # Several kinds of one word stand in several rows, the commonest first.
        kinds.setdefault((row["lemma"], row["pos"]), row["kind"])
    return Lexicon(kinds, {row["lemma"] for row in rows("venues.tsv")})


def learn_forms(lexicon, sentences):
    """Word forms of cue lemmas as the treebanks have them: said → say, told → tell."""
    wanted = {lemma for lemma, _ in lexicon.kinds}
    for s in sentences:
        for word, lemma, upos in zip(s["tokens"], s["lemma"], s["upos"]):
            if lemma in wanted and upos in ("VERB", "NOUN"):
                lexicon.forms.setdefault(word.lower(), lemma)
    for lemma in wanted:
        lexicon.forms.setdefault(lemma, lemma)
        for form in (lemma + "s", lemma + "ed", lemma + "d", lemma.rstrip("e") + "ing"):
            lexicon.forms.setdefault(form, lemma)


def weak_kind(words, lexicon):
    """The kind that the lexicon gives to the first cue word in `words`, else MASK."""
    lower = [w.lower() for w in words]
    if ("according" in lower) or "per" in lower:
        return KIND.index("says")
    for word in lower:
        lemma = lexicon.forms.get(word)
        if lemma is None or lemma in AUXILIARIES:
            continue
        for pos in ("verb", "noun", "adverb", "adjective"):
            if lexicon.kind(lemma, pos):
                return KIND.index(lexicon.kind(lemma, pos))
    return MASK


def weak_setting(setting, words, cue, parts, lexicon):
    """
    Venue and addressee of one PolNeAR cue, written into `setting`.
    “said [in a statement]”: from the first preposition after the verb, when a venue noun follows.
    “told [reporters]”: what stands between the cue and the content, or in the cue, after a verb of telling.
    """
    lower = [w.lower() for w in words[cue[0]:cue[1]]]
    telling = next((i for i, w in enumerate(lower) if lexicon.forms.get(w) in TELLING), None)
    taken = {i for role in ("source", "content") for p in parts[role] for i in range(*p)}
    # “said [in a statement]” within the cue, “said on Thursday [during a speech at the Council]” behind it.
    for i in range(cue[0] + 1, min(cue[1] + 10, len(words) - 1)):
        if i in taken or words[i] in ENDS and i >= cue[1]:
            break
        if words[i].lower() in VENUE_CASES:
            end = i + 1
            while end < len(words) and end not in taken and words[end].lower() not in AFTER_VENUE and end - i < 14:
                end += 1
            if any(w.lower() in lexicon.venues for w in words[i + 1:min(end, i + 7)]):
                mark(setting, "venue", i, end)
                lower = lower[:max(0, i - cue[0])]
                break
    if telling is None:
        return
    if telling + 1 < len(lower) and lower[telling + 1] not in VENUE_CASES | {"that", "of", "about", ","}:
        mark(setting, "addressee", cue[0] + telling + 1, cue[0] + len(lower))
        return
    after = [p for p in parts["content"] if p[0] >= cue[1]]
    if after and 0 < after[0][0] - cue[1] <= 8:
        end = after[0][0]
        for i in range(cue[1], end):
            if words[i].lower() in VENUE_CASES | {",", ":", "that"}:
                end = i
                break
        taken |= {i for p in parts["cue"] for i in range(*p)}
        if end > cue[1] and not taken & set(range(cue[1], end)):
            mark(setting, "addressee", cue[1], end)


def mark(setting, kind, start, end):
    first = SETTING.index("B-" + kind)
    for i in range(start, end):
        setting[i] = first if i == start else first + 1


@dataclass
class WeakStatement:
    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: str
    venue: tuple[int, int] | None
    addressee: tuple[int, int] | None
    inside: bool = False


class WeakStatements:
    """The statements that the rules find in one sentence, outermost and inner ones."""

    def __init__(self, found, length):
        self.length = length
        self.found = sorted(found, key=lambda s: (s.content[0] - s.content[1], s.cue))
        for i, inner in enumerate(self.found):
            inner.inside = any(o.content[0] <= inner.cue[0] and inner.cue[1] <= o.content[1] for o in self.found[:i])

    def write(self, document, base, outermost):
        """Adds the labels of this sentence, whose first word is word `base`, to `document`."""
        count = len(document.words)
        for head in ("nested", "setting", "kind"):
            if getattr(document, head) is None:
                setattr(document, head, [MASK if head == "kind" else 0] * count)
        if outermost and document.attribution is None:
            document.attribution = [0] * count
        shift = lambda part: None if part is None else (base + part[0], base + part[1])
        for level, wanted in (("attribution", False), ("nested", True)):
            if level == "attribution" and not outermost:
                continue
            chosen = [s for s in self.found if s.inside == wanted]
            cue = lambda s: "cue" if s.source or s.inside else "sourceless"
            spans = [(r, *p) for s in chosen for r, p in ((cue(s), s.cue), ("source", s.source), ("content", s.content)) if p]
            labels = spans_to_bio(spans, OUTERMOST_ROLES, self.length)
            getattr(document, level)[base:base + self.length] = labels
        for s in self.found:
            for i in range(*s.cue):
                document.kind[base + i] = KIND.index(s.kind)
            for name, part in (("venue", s.venue), ("addressee", s.addressee)):
                if part and not any(document.setting[base + part[0]:base + part[1]]):
                    mark(document.setting, name, base + part[0], base + part[1])
            if outermost and not s.inside:
                document.links = True
                document.relations.append(Relation(shift(s.source), shift(s.cue), [shift(s.content)]))


def weak_statements(sentence, lexicon):
    """A verb of the lexicon with a clause below it: subject = source, verb group = cue, clause = content."""
    words, lemmas, upos = sentence["tokens"], sentence["lemma"], sentence["upos"]
    heads = [h - 1 for h in sentence["head"]]
    relations = sentence["deprel"]
    count = len(words)
    children = [[] for _ in words]
    for i, h in enumerate(heads):
        if h >= 0:
            children[h].append(i)

    def subtree(i):
        found, todo = [], [i]
        while todo:
            j = todo.pop()
            found.append(j)
            todo += children[j]
        return min(found), max(found) + 1

    def trim(span):
        a, b = span
        while b > a and words[b - 1] in {",", ".", ";", ":", "-", "–", "—"}:
            b -= 1
        while a < b and words[a] in {",", ":", "-", "–", "—"}:
            a += 1
        return (a, b) if a < b else None

    found = []
    for verb in range(count):
        if upos[verb] != "VERB":
            continue
        kind = lexicon.kind(lemmas[verb], "verb")
        if not kind:
            continue
        below = {}
        for child in children[verb]:
            below.setdefault(relations[child].split(":")[0] if relations[child] not in SUBJECTS else "subject", child)
        clause = below.get("ccomp")
        if clause is None and kind in ("intends", "asks", "believes", "orders"):
            clause = below.get("xcomp")
        content = trim(subtree(clause)) if clause is not None else None
        # “He is ill, she said”: the words stand above the verb of saying.
        if content is None and relations[verb] == "parataxis" and "subject" in below:
            above, own = subtree(heads[verb]), subtree(verb)
            content = trim((above[0], own[0])) if own[1] >= above[1] - 1 else None
        subject = below.get("subject")
        if content is None or content[0] <= verb < content[1]:
            continue
        source = subtree(subject) if subject is not None and words[subject].lower() not in ("it", "there") else None
        if source and (source[0] <= verb < source[1] or not (source[1] <= content[0] or content[1] <= source[0])):
            continue
        group = [verb] + [c for c in children[verb] if relations[c] in ("aux", "aux:pass") or lemmas[c] in ("not", "never")]
        cue = (min(group), verb + 1)
        if source and cue[0] < source[1] <= verb:
            cue = (verb, verb + 1)
        venue = addressee = None
        for child in children[verb]:
            part = trim(subtree(child))
            if part is None or part[0] < content[1] and content[0] < part[1]:
                continue
            if relations[child] in ("obj", "iobj") and (lemmas[verb] in TELLING or relations[child] == "iobj"):
                addressee = part
            cases = {lemmas[c] for c in children[child] if relations[c] == "case"}
            if relations[child].startswith("obl"):
                if cases & VENUE_CASES and lemmas[child].lower() in lexicon.venues:
                    venue = part
                elif "to" in cases and kind == "says" and upos[child] in ("NOUN", "PROPN", "PRON"):
                    addressee = addressee or part
        if cue[0] < content[1] and content[0] < cue[1]:
            continue
        found.append(WeakStatement(source, cue, content, kind, venue, addressee))
    return WeakStatements(found, count)
