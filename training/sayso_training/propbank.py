"""
Who does what to whom in EWT, from PropBank (CC BY-SA 4.0): roles of all verbs and many nouns. They are other roles than
those of events, and help to learn these: the corpus has a few thousand fillers, PropBank seventy thousand.
"""
from pathlib import Path

import numpy as np

from .document import Document, gaps, read_words
from .events import Labelled
from .labels import MASK
from .treebanks import join, sentences_of

#: PropBank's names and ours.
HELPING = {"ARG0": "agent", "ARG1": "patient", "ARG2": "third", "ARGM-LOC": "where", "ARGM-TMP": "when"}
#: Of a longer phrase only the head is labelled, as a name or a short phrase fills the roles of events.
LONGEST = 6


def filler(sentence, start, end):
    """Range of words within the sentence."""
    if end - start <= LONGEST:
        return start, end
    above = [i for i in range(start, end) if not start <= sentence["head"][i] - 1 < end]
    head = above[0] if above else start
    return head, head + 1


def load(path: Path):
    documents = sentences_of(path)
    joined = {name: join(sentences, name) for name, sentences in documents.items()}
    words = read_words([(name, *joined[name]) for name in documents])
    return [label(name, sentences, *joined[name], words[name][1]) for name, sentences in documents.items()]


def label(name, sentences, text, spans, quote):
    roles, cuts, at = [], [], 0
    for sentence in sentences:
        cuts.append(at)
        for verb in sentence.get("srl") or []:
            fillers = {role: [] for role in HELPING.values()}
            for role, start, end in verb["args"]:
                if role in HELPING:
                    fillers[HELPING[role]].append(filler(sentence, start, end))
            roles += [((at + verb["v"], at + verb["vend"]), role, [(at + a, at + b) for a, b in found]) for role, found in fillers.items()]
        at += len(sentence["tokens"])
    unknown = np.full(at, MASK)
    document = Document(id=name, task="events", words=[w for s in sentences for w in s["tokens"]], gap=gaps(text, spans), quote=quote, cuts=cuts)
    return Labelled(document, unknown, unknown, unknown, roles)
