import { typstDrawnCell, typstFonts } from '@towncrier/media';

/** A notice on a page as long as it needs, as wide as a telephone shows it in letters that can be read. */
export const pictureTemplate = String.raw`
#let d = json("data.json")
${typstDrawnCell}#let red = rgb("#b0171f")
#let grey = rgb("#565d66")
#let sans = ${typstFonts.sans}
#let side = 40pt
#set document(title: d.title, author: d.issuer)
#set page(width: d.width * 1pt, height: auto, margin: (x: 0pt, y: 0pt), fill: white)
#set text(font: sans, weight: 500, size: 28pt, lang: "zh", region: "cn", fallback: false)
#set par(leading: 0.68em, spacing: 0.8em, justify: true)

#let words(runs) = for r in runs {
  let body = r.text.split("\n").map(t => text(t)).join(linebreak())
  if r.bold { text(weight: 700, body) } else { body }
}
#let factRows(facts) = grid(
  columns: (auto, 1fr),
  column-gutter: 0.7em,
  row-gutter: 0.6em,
  ..facts.map(f => (text(weight: 700, f.label), text(f.value))).flatten(),
)
#let show-block(b) = {
  if b.kind == "heading" {
    block(above: 1.3em, below: 0.8em, sticky: true,
      text(weight: 700, size: if b.level == 2 { 31pt } else { 28pt }, fill: if b.level == 2 { red } else { black },
        words(b.runs)))
  } else if b.kind == "text" and b.marker != "" {
    pad(left: (b.indent - 1) * 1.4em,
      grid(columns: (auto, 1fr), column-gutter: 0.4em, text(weight: 700, b.marker), par(words(b.runs))))
  } else if b.kind == "text" and b.align == "left" {
    pad(left: b.indent * 1.4em,
      par(first-line-indent: (amount: if b.indent == 0 { 2em } else { 0em }, all: true), words(b.runs)))
  } else if b.kind == "text" {
    align(if b.align == "center" { center } else { right }, par(justify: false, words(b.runs)))
  } else if b.kind == "facts" {
    block(width: 100%, fill: rgb("#f4f5f7"), stroke: (left: 6pt + red), inset: 0.8em, factRows(b.facts))
  } else if b.kind == "table" {
    let asked = b.weights.sum() + b.weights.len()
    set text(size: calc.max(12pt, calc.min(25pt, (d.width * 1pt - 2 * side) / asked)))
    set par(justify: false)
    if b.caption != none { align(center, text(weight: 700, b.caption)) }
    table(
      columns: b.weights.map(w => w * 1fr),
      stroke: 1pt + rgb("#8a8f98"),
      inset: 0.4em,
      align: center + horizon,
      ..b.cells.map(drawn-cell),
    )
  } else if b.kind == "divider" { line(length: 100%, stroke: 1pt + grey) }
}

#let ground = if d.ground == none { red } else { rgb(d.ground.paper) }
#let onGround = if d.ground == none { white } else { rgb(d.ground.ink) }
#block(width: 100%, fill: ground, inset: (x: side, y: 22pt), below: 0pt,
  text(fill: onGround, weight: 700, size: 26pt, d.issuer))
#pad(x: side, y: 40pt, {
  if d.correction != none {
    block(width: 100%, fill: rgb("#fff1e6"), stroke: 2pt + rgb("#d9730d"), inset: 0.8em, below: 1.2em,
      text(weight: 700, "更正　") + text(d.correction))
  }
  block(below: 1em, {
    set par(justify: false, leading: 0.5em)
    text(weight: 700, size: 40pt, d.title)
  })
  if d.document != "" { block(below: 1.4em, text(size: 22pt, fill: grey, d.document)) }
  if d.facts.len() > 0 { show-block((kind: "facts", facts: d.facts)) }
  for b in d.blocks { show-block(b) }
  v(1em)
  line(length: 100%, stroke: 2pt + red)
  text(size: 22pt, fill: grey, d.foot)
})
`;
