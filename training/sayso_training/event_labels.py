"""Labels of events: what the corpus says of a report's happenings, and PropBank of EWT's verbs, word by word and as roles."""
import numpy as np

from .labels import MASK, bio
from .polnear import to_words
from .quoted import places

#: PLOVER's types, and OTHER for the happenings that a chronicle lists and PLOVER has no type for.
TYPES = ("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
         "SANCTION", "SUPPORT", "THREATEN", "OTHER")
EVENT = bio(TYPES)
STATUS = ["actual", "planned", "possible", "hypothetical", "negated"]
ROLES = ["actor", "recipient", "place", "time"]
#: Roles of PropBank that are learned beside ours (train.py): forty thousand verbs show who does what to whom.
PROPBANK = ["ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP"]


def event_labels(record, text, starts, ends):
    """-> mark, type, status of each word (lists of class indexes), and [(trigger range, role, [ranges of what may fill it])]"""
    count = len(starts)
    words = lambda part: to_words(part, starts, ends)
    mark, kind, status = [0] * count, [MASK] * count, [MASK] * count
    mentions = {e["id"]: [w for w in (words(p) for m in e["mentions"] for p in places(text, m)) if w] for e in record["entities"]}
    roles = []
    for event in record["events"]:
        fillers = {"actor": event.get("actors") or [], "recipient": event.get("recipients") or [], "place": [event["place"]] if event.get("place") else []}
        date = event.get("date")
        time = [w for w in (words(p) for p in places(text, date["words"])) if w] if date and date.get("words") else []
        for mention in event["mentions"]:
            span = words(places(text, mention)[0])
            if span is None or any(mark[span[0]:span[1]]):
                continue
            for i in range(*span):
                mark[i] = 1 if i == span[0] else 2
                kind[i] = TYPES.index(event["type"] or "OTHER")
                status[i] = STATUS.index(event["status"])
            for role, ids in fillers.items():
                roles.append((span, role, [m for i in ids for m in mentions.get(i, [])]))
            roles.append((span, "time", time))
    return mark, kind, status, roles


def propbank_roles(sentence, base):
    """The same of a sentence of EWT whose first word is word `base` of the document: each verb with the head words of its arguments."""
    heads, out = sentence["head"], []
    for verb in sentence.get("srl") or []:
        trigger = (base + verb["v"], base + verb["v"] + 1)
        for role in PROPBANK:
            found = []
            for name, start, end in verb["args"]:
                top = next((i for i in range(start, end) if not start <= heads[i] - 1 < end), start)
                if name == role:
                    found.append((base + top, base + top + 1))
            out.append((trigger, role, found))
    return out


def role_targets(roles, names, a, b):
    """
    {trigger: (target [names, words], known [names])} in the window [a, b), triggers counted from its first word. A role all of whose mentions lie elsewhere is
    not known; of many mentions the two nearest count.
    """
    out = {}
    for (start, end), role, fillers in roles:
        if role not in names or not (a <= start and end <= b):
            continue
        target, known = out.setdefault((start - a, end - a), (np.zeros((len(names), b - a), dtype=np.int8), np.zeros(len(names), dtype=bool)))
        inside = [(x, y) for x, y in fillers if a <= x and y <= b]
        row = names.index(role)
        known[row] = bool(inside) or not fillers
        for x, y in sorted(inside, key=lambda m: abs(m[0] - start))[:2]:
            target[row, x - a:y - a] = 1
    return out
