import type { LossKindName } from '@towncrier/content/losses';

/**
 * What becomes of an element: `kept` as it is · `text`: rewritten as characters · `lost`: left out, and said so ·
 * `silent`: it holds no words of the text (properties, marks, positions) · `unknown`: nobody has looked at it yet,
 * so its words are kept and it is reported.
 */
export type Verdict =
  | { readonly is: 'kept' | 'text' | 'silent' | 'unknown' }
  | { readonly is: 'lost'; readonly kind: LossKindName };

const kept = { is: 'kept' } as const;
const text = { is: 'text' } as const;
const silent = { is: 'silent' } as const;
const lost = (kind: LossKindName): Verdict => ({ is: 'lost', kind });

const words = (list: string): readonly string[] => list.trim().split(/\s+/);
const all = (verdict: Verdict, list: string): readonly (readonly [string, Verdict])[] =>
  words(list).map((name) => [name, verdict]);

/** Elements by name: ISO/IEC 29500-1 §17 (WordprocessingML) whole, of the other vocabularies what holds words. */
const table: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  // the text, and what only holds it together
  ...all(
    kept,
    `w:document w:body w:p w:r w:t w:tbl w:tr w:tc w:br w:cr w:hyperlink w:drawing w:pict w:txbxContent
    w:smartTag w:customXml w:sdt w:sdtContent w:dir w:bdo w:rubyBase mc:AlternateContent mc:Choice mc:Fallback
    a:graphic a:graphicData a:blip pic:pic wp:inline wp:anchor wps:wsp wps:txbx wpg:wgp wpg:grpSp wpc:wpc lc:lockedCanvas
    v:shape v:group v:rect v:roundrect v:oval v:textbox v:imagedata v:shapetype`,
  ),
  // what Word shows otherwise than it is written
  ...all(
    text,
    `w:tab w:ptab w:sym w:noBreakHyphen w:ruby w:rt w:fldSimple w:fldChar w:instrText w:numPr w:vertAlign
    w:position w:caps w:footnoteReference w:endnoteReference w:footnote w:endnote w:footnotes w:endnotes
    w:ffData w:checkBox w:ddList w:listEntry w14:checkbox w14:checked w14:uncheckedState w14:checkedState`,
  ),
  // what the public must not get, or HTML cannot carry
  ...all(lost('hidden-text'), 'w:vanish w:specVanish'),
  ...all(lost('struck-text'), 'w:strike w:dstrike'),
  ...all(
    lost('open-revision'),
    `w:ins w:del w:moveFrom w:moveTo w:delText w:delInstrText w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange
    w:tblGridChange w:trPrChange w:tcPrChange w:tblPrExChange w:numberingChange w:cellIns w:cellDel w:cellMerge
    w14:conflictIns w14:conflictDel`,
  ),
  ...all(lost('comment'), 'w:commentReference w:comment w:comments'),
  ...all(lost('equation'), 'm:oMath m:oMathPara'),
  ...all(
    lost('drawing'),
    'w:object w:control w:contentPart w14:contentPart c:chart cx:chart dgm:relIds o:OLEObject w:movie w:objectEmbed w:objectLink wpi:contentPart',
  ),
  ...all(
    lost('lost-text'),
    'w:altChunk w:subDoc w:pgNum w:dayShort w:dayLong w:monthShort w:monthLong w:yearShort w:yearLong',
  ),
  ...all(lost('page-header'), 'w:hdr w:ftr w:headerReference w:footerReference v:textpath'),
  ...all(lost('picture-crop'), 'a:srcRect'),
  // marks and places without words
  ...all(
    silent,
    `w:proofErr w:lastRenderedPageBreak w:softHyphen w:bookmarkStart w:bookmarkEnd w:permStart w:permEnd
    w:commentRangeStart w:commentRangeEnd w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd
    w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd
    w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd
    w14:customXmlConflictInsRangeStart w14:customXmlConflictInsRangeEnd
    w14:customXmlConflictDelRangeStart w14:customXmlConflictDelRangeEnd
    w:annotationRef w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:background w:docPartObj
    w:anchorLock w:divId w:sectPr w:headers w:footers`,
  ),
  // properties of paragraphs
  ...all(
    silent,
    `w:pPr w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:ilvl w:numId w:suppressLineNumbers
    w:pBdr w:top w:left w:bottom w:right w:between w:bar w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap
    w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind
    w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap
    w:outlineLvl w:cnfStyle w:start w:end w:insideH w:insideV`,
  ),
  // properties of runs
  ...all(
    silent,
    `w:rPr w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:smallCaps w:outline w:shadow w:emboss w:imprint w:noProof
    w:webHidden w:color w:w w:kern w:sz w:szCs w:highlight w:u w:effect w:bdr w:fitText w:rtl w:cs w:em w:lang
    w:eastAsianLayout w:oMath`,
  ),
  // properties of tables and sections
  ...all(
    silent,
    `w:tblPr w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW
    w:tblCellSpacing w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription w:tblGrid
    w:gridCol w:tblPrEx w:trPr w:gridBefore w:gridAfter w:wBefore w:wAfter w:cantSplit w:trHeight w:tblHeader w:hidden
    w:tcPr w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:tl2br w:tr2bl w:noWrap w:tcMar w:tcFitText w:vAlign
    w:hideMark w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols
    w:col w:formProt w:noEndnote w:titlePg w:rtlGutter w:docGrid w:printerSettings w:numFmt w:numStart w:numRestart
    w:pos`,
  ),
  // properties of content controls, form fields, smart tags and ruby
  ...all(
    silent,
    `w:sdtPr w:sdtEndPr w:alias w:lock w:placeholder w:docPart w:showingPlcHdr w:dataBinding w:temporary w:id w:tag
    w:equation w:comboBox w:date w:dateFormat w:lid w:storeMappedDataAs w:calendar w:docPartGallery w:docPartCategory
    w:docPartUnique w:docPartList w:dropDownList w:listItem w:picture w:richText w:text w:citation w:group w:bibliography
    w:label w:tabIndex w:smartTagPr w:customXmlPr w:attr w:name w:enabled w:calcOnExit w:entryMacro w:exitMacro
    w:helpText w:statusText w:textInput w:size w:sizeAuto w:default w:checked w:result w:maxLength w:format
    w:fldData w:rubyPr w:rubyAlign w:hps w:hpsRaise w:hpsBaseText w:dirty`,
  ),
]);

/** Vocabularies whose elements hold no words of the text but those in the table. */
const silentVocabularies = new Set(
  words('a a14 pic wp wp14 wps wpg wpc v o w10 w14 w15 wne m c dgm lc mc cx wpsCustomData'),
);

/** @param name with the usual prefix of its namespace, as the parser gives it */
export function verdictOf(name: string): Verdict {
  const said = table.get(name);
  if (said !== undefined) return said;
  const vocabulary = name.slice(0, Math.max(0, name.indexOf(':')));
  return silentVocabularies.has(vocabulary) ? silent : { is: 'unknown' };
}
