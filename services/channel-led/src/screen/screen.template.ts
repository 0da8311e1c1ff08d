import { typstFonts } from '@towncrier/media';

/**
 * A full-colour page: title, a rule, the lines, a foot. Lengths in pt are pixels; `u` scales with the shorter
 * side.
 */
export const screenTemplate = String.raw`
#let d = json("data.json")
#let u = d.unit * 1pt
#let accent = rgb("#ffcf5c")
#let warn = if d.level == none { rgb("#ff8a65") } else { rgb(d.level.paper) }
#let onWarn = if d.level == none { rgb("#1b1208") } else { rgb(d.level.ink) }
#let stripe = if d.level == none { rgb("#c8102e") } else { rgb(d.level.paper) }
#set page(
  width: d.width * 1pt,
  height: d.height * 1pt,
  margin: (x: 96 * u, top: 72 * u, bottom: 108 * u),
  fill: rgb("#0b2340"),
  background: {
    place(top + left, rect(width: 100%, height: 14 * u, fill: stripe))
    place(bottom + left, rect(width: 100%, height: 84 * u, fill: rgb("#081a30")))
  },
  footer: none)
#set document(title: d.title.join(""))
#set text(
  font: ${typstFonts.sans},
  weight: 500,
  size: d.size * u,
  fill: rgb("#f4f7fb"),
  lang: "zh",
  region: "cn",
  cjk-latin-spacing: none,
  fallback: false,
)
#set par(leading: 0.7em, spacing: 0.7em, justify: false)

#if d.badge != none {
  block(
    below: 36 * u,
    fill: warn,
    radius: 8 * u,
    inset: (x: 22 * u, y: 14 * u),
    text(size: 42 * u, weight: 700, fill: onWarn, d.badge),
  )
}
#let title = d.title.map(l => text(l)).join(linebreak())
#let leading = if d.spread { 0.28 * d.titleSize * u } else { 0.42em }
#block(below: 0pt, par(leading: leading, text(size: d.titleSize * u, weight: 700, fill: white, title)))
#v(34 * u)
#line(length: 100%, stroke: 4 * u + accent)
#v(34 * u)
#let lines = for p in d.paragraphs {
  let words = p.words.split("\n").map(l => text(l)).join(linebreak())
  par(if p.label == none { words } else { text(fill: accent, weight: 700, p.label) + words })
}
#if d.spread { v(1fr) }
#if d.qr == none { lines } else {
  grid(columns: (1fr, d.qrSide * u), column-gutter: d.gutter * u, lines,
    {
      block(below: 12 * u, fill: white, image("qr.svg", width: d.qrSide * u, alt: d.qr))
      align(center, text(size: 30 * u, fill: rgb("#b9c7d9"), d.qrWords))
    })
}
#if d.spread { v(1fr) }
#let foot = grid(
  columns: (1fr, auto),
  column-gutter: 40 * u,
  align: (left + horizon, right + horizon),
  text(size: 34 * u, fill: rgb("#b9c7d9"), d.footer),
  text(size: 34 * u, fill: accent, d.counter),
)
#place(bottom + left, dy: 108 * u, block(width: 100%, height: 84 * u, align(horizon, foot)))
`;
