/**
 * Legible without script, in large type and in print; no foreign fonts, no requests. Names follow the markup
 * of the website renderer.
 */
const frame = `*{box-sizing:border-box}
:root{--ink:#1c1f23;--quiet:#565d66;--line:#dcdfe4;--red:#a8191e;--blue:#14509c;--paper:#fff;--sans:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;--serif:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f2f3f5;color:var(--ink);font:18px/1.95 var(--serif);overflow-wrap:break-word}
a{color:var(--blue);text-underline-offset:3px}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;z-index:1;background:#fff;padding:6px 12px}
header.site{background:var(--red);color:#fff;border-bottom:4px solid #d9a441;font-family:var(--sans)}
header.site div{max-width:940px;margin:0 auto;padding:24px 20px 22px;display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}
header.site a{color:#fff;text-decoration:none;font-size:28px;font-weight:700;letter-spacing:.12em;line-height:1.3}header.site span{font-size:17px;letter-spacing:.1em}
.crumbs{max-width:940px;margin:0 auto;padding:14px 20px 0;color:var(--quiet);font:15px/1.6 var(--sans)}.crumbs a{color:inherit}.crumbs span::before{content:"›";margin:0 8px}
main{max-width:940px;min-height:46vh;margin:14px auto 0;background:var(--paper);padding:44px 72px 56px;border-radius:4px;box-shadow:0 1px 3px #0000001a}
footer.site{max-width:940px;margin:0 auto;padding:22px 20px 44px;color:var(--quiet);font:14px/1.8 var(--sans);text-align:center}footer.site p{margin:0}`;

const article = `h1,h2,h3,h4,h5{line-height:1.5;text-wrap:balance}
article h1{font-size:30px;text-align:center;margin:0 0 26px}
h2{font-size:22px;margin:36px 0 12px}h3{font-size:20px;margin:28px 0 10px}h4,h5{font-size:18px;margin:22px 0 8px}
.body>p{margin:0 0 14px;text-indent:2em;text-align:justify}.body p.align-center{text-align:center;text-indent:0}.body p.align-right{text-align:right;text-indent:0}.body p.attachment{text-indent:0}
li p{margin:0}ul,ol{padding-left:2em}hr{border:0;border-top:1px solid var(--line);margin:28px 0}
table{border-collapse:collapse;width:100%;margin:16px 0;font:16px/1.6 var(--sans)}th,td{border:1px solid var(--line);padding:8px 12px;text-align:left;vertical-align:top}th{background:#f6f7f9;font-weight:600}
.table{overflow-x:auto}caption{padding:4px 0 8px;color:var(--quiet);font-size:15px}
.document-header{margin:0 0 30px;font-size:15px}.document-header caption{position:absolute;left:-9999px}
.document-header tbody{display:grid;grid-template-columns:1fr 1fr;border:solid var(--line);border-width:1px 0 0 1px}.document-header tr{display:flex}.document-header th{flex:none;width:6.5em;border-width:0 1px 1px 0;white-space:nowrap}.document-header td{flex:1;border-width:0 1px 1px 0}.document-header tr:last-child:nth-child(odd){grid-column:1/-1}
aside{border-left:5px solid #c9761a;background:#fff5e6;padding:14px 20px;margin:0 0 28px;font:17px/1.7 var(--sans)}aside strong{color:#8a4a06}aside p{margin:4px 0 0}
.withdrawn h1{color:var(--quiet);text-decoration:line-through;text-decoration-thickness:1px}.withdrawn h1::before{content:attr(data-ended);display:table;margin:0 auto 14px;padding:3px 18px;border-radius:4px;background:var(--red);color:#fff;font:600 18px/1.6 var(--sans)}.withdrawn aside{border-color:var(--red);background:#fdefef;font-size:19px}.withdrawn aside strong{color:var(--red)}
dl{margin:18px 0;padding:6px 20px;background:#f6f7f9;border-radius:4px;font:16px/1.7 var(--sans)}dl div{display:flex;gap:16px;padding:7px 0;border-bottom:1px solid var(--line)}dl div:last-child{border:0}dt{flex:none;width:5em;color:var(--quiet)}dd{margin:0}address{font-style:normal}
figure{margin:22px 0;text-align:center}figure img{max-width:100%;height:auto}figcaption{color:var(--quiet);font:15px/1.6 var(--sans);margin-top:6px}blockquote{margin:16px 0;padding:2px 20px;border-left:4px solid var(--line);color:var(--quiet)}`;

const lists = `.home h1{position:absolute;left:-9999px}.latest h2,.column h1{font:700 24px/1.4 var(--sans);margin:0 0 8px;padding-bottom:12px;border-bottom:2px solid var(--red)}
.urgent{margin:0 0 38px;padding:16px 24px 10px;border:2px solid var(--red);border-radius:4px;background:#fdf3f3}.urgent h2{margin:0;color:var(--red);font:700 20px/1.5 var(--sans)}.urgent a{font-weight:600}.urgent .mark{display:none}
.list{list-style:none;margin:0;padding:0;font:18px/1.6 var(--sans)}.list li{display:flex;gap:24px;justify-content:space-between;align-items:baseline;padding:13px 2px;border-bottom:1px dashed var(--line)}.list li:last-child{border:0}
.list a{color:inherit;text-decoration:none}.list a:hover{color:var(--red);text-decoration:underline}.list time{flex:none;color:var(--quiet);font-size:15px;font-variant-numeric:tabular-nums}
.mark{margin-right:10px;padding:1px 7px;border-radius:3px;background:var(--red);color:#fff;font-size:14px;font-weight:600;white-space:nowrap}.mark.off{background:#6a717a}.pager{display:flex;justify-content:space-between;margin-top:22px;font:16px var(--sans)}.empty{color:var(--quiet);text-align:center}`;

const media = `@media(max-width:640px){main{padding:26px 20px 36px;margin-top:10px;border-radius:0}header.site div{padding:16px 20px}header.site a{font-size:22px}article h1{font-size:24px}.document-header tbody{grid-template-columns:1fr}.list li{flex-direction:column;gap:2px}.urgent{padding:12px 16px 4px}}
@page{margin:20mm 18mm}@media print{body{background:#fff;font-size:12pt;line-height:1.7}header.site,.crumbs,.skip,.pager{display:none}main{box-shadow:none;padding:0;max-width:none;min-height:0;margin:0}a{color:inherit;text-decoration:none}table,figure,aside,dl{break-inside:avoid}h1,h2,h3{break-after:avoid}th,aside,dl{background:none}aside{border:1pt solid #000;border-left-width:4pt}}`;

export const style = [frame, article, lists, media].join('').replaceAll('\n', '');
