// Whether a place of the text stands within quotation marks. In: a text and places of it in text order. A paragraph that
// ends within a quotation closes it: the next opens it again.
const MARKS = /["“”]/g

export class Quoted {
  readonly #text: string
  #at = 0
  #isOpen = false

  constructor(text: string) {
    this.#text = text
  }

  /** Places are to be asked for in text order. */
  isInside(place: number): boolean {
    const passed = this.#text.slice(this.#at, Math.max(this.#at, place))
    const line = passed.lastIndexOf("\n")
    if (line >= 0) this.#isOpen = false
    for (const [mark] of passed.slice(line + 1).matchAll(MARKS)) {
      this.#isOpen = mark === '"' ? !this.#isOpen : mark === "“"
    }
    this.#at = Math.max(this.#at, place)
    return this.#isOpen
  }
}
