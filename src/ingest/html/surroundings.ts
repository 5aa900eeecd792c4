// What an element's name and class say about the text in it. In: an element of the source. Out: caption, aside or neither.
// Read before Readability sees the tree: it takes `<div class="caption"><p>` apart and keeps the `<p>`.
import { attribute } from "./page-facts.ts"
import { PLAIN, type Surroundings } from "./page-tree.ts"
import type { SourceElement } from "./source-tree.ts"

/** `around` is what is known of the element that `element` stands in. */
export function surroundingsIn(element: SourceElement, around: Surroundings): Surroundings {
  const { name } = element
  // A table or a quotation in a figure is text of the report.
  if (around.isCaption && (name === "table" || name === "blockquote" || name === "pre")) return PLAIN
  const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`
  const isCaption = around.isCaption || name === "figure" || name === "figcaption" || CAPTION.test(names)
  const isAside =
    around.isAside || (name !== "body" && name !== "article" && name !== "main" && ASIDE.test(names))
  return isCaption === around.isCaption && isAside === around.isAside ? around : { isCaption, isAside }
}

// "caption", "wp-caption-text", "Image_caption", "photo-credit", "thumbnail-credit"; not "with-caption".
const CAPTION =
  /(?:^|\s)(?:[\w-]*[_-])?(?<!with-)(?:caption(?:[-_]?text)?|(?:image|photo|img|picture|media|thumbnail)[-_]?(?:caption|credit|source)s?|credits?|attribution)(?:$|\s)/i

// Whole names, or parts of names between hyphens and underscores: "author-bio-details", "post__newsletter".
const ASIDE =
  /(?:^|[\s_-])(?:(?:author|writer|reporter|contributor)[-_]*(?:bio|box|content|info|card|details?|description|excerpt|profile|block|about)|(?:post|about|article)[-_]?author|bio|newsletters?|sign-?up|subscri(?:be|ption)|related|recommend(?:ed|ations?)?|promo(?:tion|s)?|advert(?:isement|ising|s)?|ad-(?:container|wrapper|slot|unit|label|block)|shar(?:e|ing)|sharedaddy|addthis|social-?(?:links?|media|share|bar|icons?|buttons?)|comments?|disqus|breadcrumbs?|tags|tag-?list|cookies?|gdpr|consent|outbrain|taboola|most-?(?:read|popular)|trending|copyrights?|pagination|toolbar|more-?(?:stories|news|from))(?:$|[\s_-])/i
