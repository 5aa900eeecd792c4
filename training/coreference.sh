#!/bin/sh
# Makes coreference.bin in weights/, or the folder $WEIGHTS, anew; needed whenever weights/reading.onnx changes, since the ranker looks at its vectors.
#   sh training/coreference.sh FOLDER
# FOLDER keeps the readings and the choices of each round (some 3 GB). About 45 minutes on two cores. The first round
# follows the chains that people marked; each later one links with the model of the one before, so that the ranker
# learns from the chains that it makes itself too.
set -e
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
node=${NODE:-node}
weights=${WEIGHTS:-weights}
examples() {
  "$node" training/coreference-examples.ts --weights "$weights" --cache "$1/readings" --out "$1/round-$2" ${3:+--model "$3"}
}
examples "$1" 0 ""
"$python" training/coreference.py --seeds 1 --examples "$1/round-0" --out "$1/model-0.bin"
examples "$1" 1 "$1/model-0.bin"
"$python" training/coreference.py --seeds 1 --examples "$1/round-0" "$1/round-1" --out "$1/model-1.bin"
examples "$1" 2 "$1/model-1.bin"
"$python" training/coreference.py --examples "$1/round-0" "$1/round-2" --out "$weights/coreference.bin"
