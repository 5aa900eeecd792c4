// The rules that make a lemma from a word: "l3|y" makes “family” of “Families”. The network names a rule per word;
// here rules are derived from examples and applied.

/**
 * The rule that makes `lemma` from `word`: the case (`k` kept, `l` small letters), how many UTF-16 units are cut
 * from the end, "|", and what is put there instead; `=form` where nothing of the word stays. The shortest cut wins,
 * and small letters when both cut the same, so that “said” and “Said” have one rule.
 *
 * lemmaRule("Families", "family") is "l3|y"; lemmaRule("was", "be") is "=be".
 */
export function lemmaRule(word: string, lemma: string): string {
  const kept = cutRule("k", word, lemma)
  const lowered = cutRule("l", word.toLowerCase(), lemma)
  if (kept === null && lowered === null) return `=${lemma}`
  if (kept === null) return lowered!.rule
  if (lowered === null || kept.cut < lowered.cut) return kept.rule
  return lowered.rule
}

function cutRule(mode: "k" | "l", word: string, lemma: string): { rule: string; cut: number } | null {
  let shared = 0
  while (shared < word.length && shared < lemma.length && word[shared] === lemma[shared]) shared += 1
  if (shared === 0) return null
  const cut = word.length - shared
  return { rule: `${mode}${cut}|${lemma.slice(shared)}`, cut }
}

/** Applies a rule from `lemmaRule`. A rule that cuts more than the word has, or is none, gives the word in small letters. */
export function applyLemmaRule(rule: string, word: string): string {
  if (rule.startsWith("=")) return rule.slice(1)
  const bar = rule.indexOf("|")
  const cut = Number(rule.slice(1, bar))
  const cased = rule.startsWith("k") ? word : word.toLowerCase()
  if (bar < 2 || !Number.isInteger(cut) || cut > cased.length) return word.toLowerCase()
  return cased.slice(0, cased.length - cut) + rule.slice(bar + 1)
}

/** Whether a rule can be applied to `word` and leaves something of it. */
export function fitsLemmaRule(rule: string, word: string): boolean {
  if (rule.startsWith("=")) return rule.length > 1
  const bar = rule.indexOf("|")
  if (bar < 2) return false
  const left = word.length - Number(rule.slice(1, bar))
  return left > 0 || (left === 0 && rule.length > bar + 1)
}
