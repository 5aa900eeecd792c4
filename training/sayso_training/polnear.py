"""PolNeAR: source, cue and content of outermost attributions in US political news. Labels for experiments; its texts never leave the machine."""
import bisect
import re
from pathlib import Path

from .document import Document, Relation, gaps, read_words
from .labels import MASK, OUTERMOST_ROLES, ROLES, spans_to_bio
from .weak import weak_kind, weak_setting

LINE = re.compile(r"^(T\d+|E\d+|R\d+|A\d+|#\d+|\*)\t")


def parse_ann(path):
    """-> ([{role: [(start, end)]}], [discarded (start, end)]) in code points. T lines may wrap onto the next line."""
    logical = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if LINE.match(line):
            logical.append(line)
        elif logical:
            logical[-1] += "\n" + line
    spans, events = {}, []
    for line in logical:
        if line[0] == "T":
            key, what, _ = line.split("\t", 2)
            kind, offsets = what.split(" ", 1)
            spans[key] = (kind, [tuple(map(int, x.split())) for x in offsets.split(";")])
        elif line[0] == "E":
            events.append([x.split(":") for x in line.split("\t")[1].split()])
    out = []
    for event in events:
        roles = {role: [] for role in ROLES}
        for role, key in event:
            role = re.sub(r"\d+$", "", role).lower()
            if role in roles and key in spans:
                roles[role] += spans[key][1]
        if any(roles.values()):
            out.append({role: sorted(set(parts)) for role, parts in roles.items()})
    discard = [span for kind, parts in spans.values() if kind == "Discard" for span in parts]
    return out, discard


def to_words(span, starts, ends):
    """The range of words that overlap a character span, or None."""
    a = bisect.bisect_right(ends, span[0])
    b = bisect.bisect_left(starts, span[1])
    return (a, b) if a < b else None


def label(name, text, spans, quote, annotation, lexicon):
    attributions, discard = annotation
    words = [text[s:e] for s, e in spans]
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    count = len(words)
    tagged, relations, kind, setting = [], [], [MASK] * count, [0] * count
    for attribution in attributions:
        parts = {r: [w for w in (to_words(x, starts, ends) for x in attribution[r]) if w] for r in ROLES}
        for role in ("cue", "source", "content"):
            kind_of_span = "sourceless" if role == "cue" and not parts["source"] else role
            tagged += [(kind_of_span, *part) for part in parts[role]]
        cue = parts["cue"][0] if parts["cue"] else None
        relations.append(Relation(parts["source"][0] if parts["source"] else None, cue, parts["content"]))
        if cue:
            verdict = weak_kind(words[cue[0]:cue[1]], lexicon)
            for i in range(*cue):
                kind[i] = verdict
            weak_setting(setting, words, cue, parts, lexicon)
    labels = spans_to_bio(tagged, OUTERMOST_ROLES, count)
    for span in discard:
        part = to_words(span, starts, ends)
        for i in range(*(part or (0, 0))):
            if labels[i] == 0:
                labels[i] = MASK
    # Statements inside statements are not annotated: outside all contents there are none, inside nobody knows.
    nested = [MASK if 5 <= label <= 6 else 0 for label in labels]
    return Document(
        id=name, task="attribution", words=words, gap=gaps(text, spans), quote=quote, attribution=labels,
        nested=nested, kind=kind, setting=setting, relations=relations, links=True,
    )


def load(folder: Path, split, lexicon):
    """All documents of a split, one for each annotator. dev: the first annotator's only."""
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted((folder / split / "text").glob("*.txt"))}
    words = read_words([(name, text, None) for name, text in texts.items()])
    out, seen = [], set()
    for path in sorted((folder / split / "attributions").glob("*.ann")):
        name = path.stem if path.stem in texts else path.stem.rsplit("_", 1)[0]
        if name not in texts or (split == "dev" and name in seen):
            continue
        seen.add(name)
        spans, quote = words[name]
        out.append(label(path.stem, texts[name], spans, quote, parse_ann(path), lexicon))
    return out
