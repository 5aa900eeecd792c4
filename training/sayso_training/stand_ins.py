"""What the network sees in place of a country's name, and of she (decision 13). The same rules as src/lexicon/stand-ins.ts."""
import json
import subprocess
from functools import cache

from .document import REPOSITORY


@cache
def table():
    node = REPOSITORY / "node_modules" / ".bin" / "node"
    run = subprocess.run([str(node), str(REPOSITORY / "training" / "stand-ins.ts")], capture_output=True, text=True, encoding="utf-8", check=True)
    return json.loads(run.stdout)


def stand_ins(words):
    """[word] of one document -> [word to look up]: the first country that it names is read as America, the second as Russia, and so on."""
    series, names, genders = (table()[key] for key in ("series", "names", "genders"))
    places, out = {}, []
    for word in words:
        name = names.get(word)
        if name is None:
            out.append(genders.get(word, word))
        else:
            place = places.setdefault(name["code"], len(places))
            out.append(series[place % len(series)][name["form"]])
    return out
