import { typstFonts } from '@towncrier/media';

/**
 * The sheet: a fixed band, the title, header facts, the text, and a foot that never moves: what a 公示 is open
 * until and where objections go, QR code, what it answers, where, fingerprint. Where the text takes several
 * sheets, each has band, title, number and foot; a screen reader hears them once, as the rest is an artifact.
 */
export const posterTemplate = String.raw`
#let d = json("data.json")
#let mm = 1mm
#let k = d.scale
#let red = rgb("#b0171f")
#let grey = rgb("#4a4f57")
#let serif = ${typstFonts.serif}
#let sans = ${typstFonts.sans}
#let band = 24mm * k
#let ground = if d.ground == none { red } else { rgb(d.ground.paper) }
#let onGround = if d.ground == none { white } else { rgb(d.ground.ink) }

#set document(title: d.titleText, author: d.footer.issuer)
#let side = 17mm * k
#let room = d.width * mm - 2 * side
#let banner = grid(
  columns: (1fr, auto),
  align: (left + horizon, right + horizon),
  text(font: sans, size: 40pt * k, weight: 700, fill: onGround, tracking: 0.14em, "政务公开栏"),
  text(font: sans, size: 17pt * k, weight: 500, fill: onGround, d.footer.issuer),
)
#set text(font: serif, size: d.size * 1pt, lang: "zh", region: "cn", fallback: false)
#set par(justify: true, leading: 0.72em, spacing: 0.72em, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: sans, weight: 700, size: 1em)
#show heading: set block(above: 1em, below: 0.72em)
#show heading.where(level: 1): set text(size: d.titleSize * 1pt)
#show heading.where(level: 1): set par(justify: false, leading: 0.5em, first-line-indent: 0em)
#show heading.where(level: 2): set text(size: 1.12em)
#let plain(body) = { set par(first-line-indent: 0em, justify: false); body }

#let words(runs) = for r in runs {
  let body = r.text.split("\n").map(t => text(t)).join(linebreak())
  if r.underline { body = underline(body) }
  if r.bold { body = text(weight: 700, body) }
  body
}
#let factRows(facts) = plain(grid(columns: (auto, 1fr), align: left + top, column-gutter: 1em, row-gutter: 0.7em,
  ..facts.map(f => (text(font: sans, weight: 700, f.label), text(f.value))).flatten()))

#let show-block(b) = {
  if b.kind == "heading" { heading(level: b.level, plain(words(b.runs))) }
  else if b.kind == "paragraph" {
    let side = if b.align == "center" { center } else { right }
    if b.align == "left" { par(words(b.runs)) } else { align(side, plain(par(words(b.runs)))) }
  }
  else if b.kind == "list" {
    set par(first-line-indent: 0em)
    if b.ordered { enum(start: b.start, indent: 2em, ..b.items.map(i => i.map(show-block).join())) }
    else { list(indent: 2em, ..b.items.map(i => i.map(show-block).join())) }
  }
  else if b.kind == "quote" {
    block(width: 100%, inset: (left: 1em), stroke: (left: 2pt + red), b.blocks.map(show-block).join())
  }
  else if b.kind == "table" {
    let letters = b.at("letters", default: 0.86)
    let cell(c) = table.cell(
      x: c.x,
      y: c.y,
      colspan: c.colspan,
      rowspan: c.rowspan,
      fill: if c.header { rgb("#eef0f3") } else { none },
      {
        set text(size: letters * 1em)
        if c.header { text(font: sans, weight: 700, words(c.runs)) } else { words(c.runs) }
      },
    )
    let grid = b.grid
    let head = grid.cells.filter(c => c.y < grid.headerRows).map(cell)
    let rest = grid.cells.filter(c => c.y >= grid.headerRows).map(cell)
    plain({
      if b.caption != none { align(center, text(font: sans, weight: 700, size: 0.92em, b.caption)) }
      table(
        columns: if "widths" in b { b.widths.map(w => w * 1em) } else { grid.weights.map(w => w * 1fr) },
        stroke: 0.6pt + grey,
        inset: b.at("inset", default: 0.42) * 1em,
        align: center + horizon,
        ..if head.len() > 0 { (table.header(..head),) } else { () }, ..rest)
    })
  }
  else if b.kind == "image" {
    plain(align(center, {
      image(b.file, alt: b.alt, width: b.width * 1%)
      if b.caption != none { text(size: 0.82em, fill: grey, b.caption) }
    }))
  }
  else if b.kind == "attachment" { plain(par([附件：#text(b.name)（扫描二维码查看）])) }
  else if b.kind == "facts" { block(width: 100%, fill: rgb("#f4f5f7"), inset: 0.8em, radius: 3pt, factRows(b.facts)) }
  else if b.kind == "divider" { line(length: 100%, stroke: 0.6pt + grey) }
}

#let title = d.title.map(l => text(l)).join(linebreak())
#let numbers(n, of) = {
  text(font: sans, weight: 700, size: 17pt * k, fill: red, "第 " + str(n) + " 张，共 " + str(of) + " 张")
}
// Whoever only counts the pages needs no true numbers: then nothing has to be laid out twice. Which of the two it
// is stands in no style and no text, but in a mark: so a text that was counted is not laid out again to be drawn.
#let drawn() = query(<drawn>).len() > 0
#let number() = context {
  if drawn() { numbers(here().page(), counter(page).final().first()) } else { numbers(1, 1) }
}
#let numbered(body) = align(center, {
  body
  if d.several { block(above: 0.8em, plain(number())) }
})
// the title as it stands on every sheet after the first; it is read aloud on the first only
#let titleAgain = numbered(block(above: 0pt, below: 0pt, {
  set par(leading: 0.5em)
  plain(text(font: sans, weight: 700, size: d.titleSize * 1pt, title))
}))
#let foot = block(width: room, {
  set text(size: 13.5pt * k)
  line(length: 100%, stroke: 1.4pt + red)
  v(3mm * k, weak: true)
  grid(columns: (d.qrMm * mm, 1fr), column-gutter: 7mm * k, align: (left, left + horizon),
    image("qr.svg", alt: "二维码：" + d.qr, width: d.qrMm * mm),
    plain({
      set text(font: sans, size: 13.5pt * k, weight: 500)
      set par(leading: 0.6em, spacing: 0.85em)
      if d.publicNotice.len() > 0 { block(below: 7mm * k, { set text(size: 15pt * k); factRows(d.publicNotice) }) }
      block(below: 4mm * k, text(size: 21pt * k, weight: 700, "扫码核验：现行有效 / 已更正 / 已撤回"))
      par[核验网址只认 #text(weight: 700, fill: red, d.host)]
      par[发布件 #text(d.footer.publication)　第 #str(d.footer.edition) 版　指纹 #text(d.fingerprint)]
      par(text(d.footer.issuer) + if d.footer.date != none { text("　" + d.footer.date) })
      if not d.cut { par(text(size: 11pt * k, fill: grey, "网上全文 " + d.page)) }
    }))
})
// Whatever follows on further sheets leaves room for the title above and the foot below.
#context {
let above = measure(block(width: room, titleAgain)).height
let below = measure(foot).height
let gap = 6mm * k
set page(
  width: d.width * mm,
  height: d.height * mm,
  margin: (x: side, top: band + 12mm * k + above + gap, bottom: 11mm * k + below + gap),
  background: context { if drawn() {
    place(top + left, block(width: 100%, height: band, fill: ground, inset: (x: side), align(horizon, banner)))
    let sheet = here().page()
    if sheet > 1 { place(top + left, dx: side, dy: band + 12mm * k, block(width: room, titleAgain)) }
    if sheet < counter(page).final().first() { place(bottom + left, dx: side, dy: -11mm * k, foot) }
  } },
)
place(top + left, dy: -above - gap, block(width: 100%, numbered(heading(level: 1, plain(title)))))
if d.header.len() > 0 {
  let fact(f) = box(text(fill: black, weight: 700, f.label + "：") + text(f.value))
  let facts = d.header.map(fact).join(h(1.1em, weak: false))
  block(
    width: 100%,
    inset: (y: 0.8em),
    stroke: (top: 1.4pt + red, bottom: 0.6pt + red),
    above: 1.1em,
    below: 1.1em,
    plain(align(center, text(font: sans, size: 11.2pt * k, fill: grey, facts))),
  )
}
if d.correction != none {
  block(
    width: 100%,
    fill: rgb("#fff1e6"),
    stroke: 1pt + rgb("#d9730d"),
    inset: 0.8em,
    radius: 3pt,
    plain(text(font: sans, weight: 700, "更正　") + text(font: sans, d.correction)),
  )
}
for b in d.blocks { show-block(b) }
// where the text ends, as a share of the room on its sheet
if not d.drawn {
  context {
    let top = band + 12mm * k + above + gap
    [#metadata((here().position().y - top) / (d.height * mm - top - 11mm * k - below - gap)) <ends>]
  }
}

if d.cut {
  let more = "本张未完，全文请扫码或见 " + d.page
  v(1fr)
  block(
    breakable: false,
    width: 100%,
    fill: rgb("#fff1e6"),
    stroke: 1.2pt + red,
    inset: 9pt * k,
    radius: 3pt,
    plain(align(center, text(font: sans, weight: 700, size: 17pt * k, fill: red, more))),
  )
}
place(bottom + left, dy: below + gap, foot)
}
#if d.drawn [#metadata(none) <drawn>]
`;
