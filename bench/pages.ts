// A text as a page of a news site would have it: with navigation, metadata and what else stands around a report.

/** HTML of the text's paragraphs; about 6 kB more than the text. */
export function asPage(text: string): string {
  const [first = "", ...others] = text.split("\n\n").map(escaped)
  const title = first.split(/[,.;]/)[0] ?? ""
  const links = Array.from(
    { length: 40 },
    (_, each) => `<li><a href="/section/${each}">Section ${each}</a></li>`,
  )
  const stories = Array.from(
    { length: 20 },
    (_, each) =>
      `<div class="teaser"><h3><a href="/story/${each}">Another story, number ${each}</a></h3></div>`,
  )
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} - The Example</title>
<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2020-03-05T10:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2020-03-05T10:00:00Z"}</script>
<style>body { font: 16px serif }</style></head>
<body><header><nav><ul>${links.join("\n")}</ul></nav></header>
<main><article><h1>${title}</h1><p class="byline">By Jo Example</p>
${[first, ...others].map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article></main>
<aside>${stories.join("\n")}</aside><footer>© The Example</footer></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}
