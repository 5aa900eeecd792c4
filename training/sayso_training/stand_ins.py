"""Words that the network must not tell apart; the same as src/lexicon/stand-ins.ts, which says why."""
import re

from .document import REPOSITORY

STATE, PEOPLE, SEAT = "America", "American", "Washington"
GENDERS = {"she": "he", "her": "his", "herself": "himself", "woman": "man", "women": "men", "spokeswoman": "spokesman"}
AMBIGUOUS = {"Chad", "Congo", "Georgia", "Jordan", "Victoria"}


def load():
    """{word: the word that is looked up in its place}"""
    out = {}
    for line in (REPOSITORY / "data" / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        names, demonyms, seats = (cell.split("|") for cell in line.split("\t")[1:4])
        plurals = [f"{word}s" for word in demonyms if re.search(r"(?:[^s]n|[ikb])$", word)]
        for words, stand_in in ((names, STATE), (demonyms, PEOPLE), (plurals, f"{PEOPLE}s"), (seats, SEAT)):
            out |= {w: stand_in for w in words if re.fullmatch(r"[A-ZÀ-Þ][\w-]{2,}", w) and not re.search(r"[\d_]", w) and w not in AMBIGUOUS}
    for word, stand_in in GENDERS.items():
        out |= {word: stand_in, word.capitalize(): stand_in.capitalize()}
    return out
