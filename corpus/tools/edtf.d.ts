// The package has no types of its own. Only what is used here.
declare module "edtf" {
  /** Parses an EDTF string of levels 0 to 2; throws when it is none. */
  export default function edtf(text: string): object
}
