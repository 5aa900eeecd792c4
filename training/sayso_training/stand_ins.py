"""What the network sees in place of names, and of she (decision 13): src/lexicon/stand-ins.ts is asked, so that training sees what reading will see."""
import json
import subprocess
from functools import cache

from .document import REPOSITORY


@cache
def asked():
    node = REPOSITORY / "node_modules" / ".bin" / "node"
    return subprocess.Popen([str(node), str(REPOSITORY / "training" / "stand-ins.ts")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def stand_ins(words):
    """[word] of one document -> [word to look up], as many."""
    process = asked()
    process.stdin.write(json.dumps(words) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())
