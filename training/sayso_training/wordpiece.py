"""WordPiece of the pretrained model for single words. The same rules as src/read/network/wordpiece.ts."""
import unicodedata

#: Look-up only; the text is never changed.
FOLD = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."}


def normalize(word):
    out = []
    for c in unicodedata.normalize("NFD", "".join(FOLD.get(c, c) for c in word).lower()):
        kind = unicodedata.category(c)
        if kind != "Mn" and not (kind in ("Cc", "Cf") or c == "\ufffd" or c == "\x00"):
            out.append(c)
    return "".join(out)


def is_punctuation(c):
    n = ord(c)
    return 33 <= n <= 47 or 58 <= n <= 64 or 91 <= n <= 96 or 123 <= n <= 126 or unicodedata.category(c).startswith("P")


def is_chinese(c):
    n = ord(c)
    return 0x4E00 <= n <= 0x9FFF or 0x3400 <= n <= 0x4DBF or 0x20000 <= n <= 0x2CEAF or 0xF900 <= n <= 0xFAFF or 0x2F800 <= n <= 0x2FA1F


def split(word):
    """BERT's basic tokens: marks and Chinese characters stand alone."""
    part = ""
    for c in word:
        if is_punctuation(c) or is_chinese(c):
            if part:
                yield part
            yield c
            part = ""
        elif c.isspace():
            if part:
                yield part
            part = ""
        else:
            part += c
    if part:
        yield part


class WordPiece:
    def __init__(self, path, most=12):
        self.ids = {line.rstrip("\n"): i for i, line in enumerate(open(path, encoding="utf-8"))}
        self.unknown, self.first, self.last, self.mask = (self.ids[p] for p in ("[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self.most = most
        self.known = {}

    def pieces(self, word):
        """Piece ids of one word, at least one, at most `most`."""
        found = self.known.get(word)
        if found is None:
            found = [p for part in split(normalize(word)) for p in self.greedy(part)][: self.most] or [self.unknown]
            self.known[word] = found
        return found

    def greedy(self, part):
        if len(part) > 100:
            return [self.unknown]
        out, at = [], 0
        while at < len(part):
            end = len(part)
            while end > at:
                piece = self.ids.get(("##" if at else "") + part[at:end])
                if piece is not None:
                    break
                end -= 1
            else:
                return [self.unknown]
            out.append(piece)
            at = end
        return out
