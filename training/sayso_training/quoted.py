"""Where the words that the corpus quotes stand in their report."""
import re


def place(text, quoted):
    """(start, end) in code points of the only place where “context ⟦words⟧ context” stands."""
    match = re.fullmatch(r"(.*?)⟦(.+?)⟧(.*)", quoted, re.S)
    before, target, after = match.groups() if match else ("", quoted, "")
    start = text.index(before + target + after) + len(before)
    return start, start + len(target)


def places(text, value):
    """One span, a list of spans or null -> [(start, end)] in text order."""
    return sorted(place(text, v) for v in ([] if value is None else value if isinstance(value, list) else [value]))
