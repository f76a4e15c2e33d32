import { createHash } from 'node:crypto'

/** A4, black on white, as an office prints it. Nothing is fetched: fonts are those of the machine. */
export const PRINT_STYLE = `
@page{size:A4;margin:22mm 20mm 20mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:172mm;font:11.5pt/1.7 "FangSong","仿宋","STFangsong","Noto Serif CJK SC","Noto Sans CJK SC","SimSun",serif;color:#000;background:#fff}
header{text-align:center;border-bottom:1.5pt solid #b00000;padding-bottom:3mm;margin-bottom:6mm}
h1{font:600 20pt/1.4 "STZhongsong","华文中宋","SimHei","Noto Sans CJK SC",sans-serif;letter-spacing:.12em;margin:0 0 2mm}
h2{font:600 13pt/1.5 "SimHei","黑体","Noto Sans CJK SC",sans-serif;margin:6mm 0 2mm}
.number{margin:0;text-indent:0}
p{margin:0 0 2.5mm;text-indent:2em}
.to{text-indent:0;font-weight:600}
.sign{text-align:right;text-indent:0;margin-top:8mm}
table{width:100%;border-collapse:collapse;font-size:9.5pt;line-height:1.45;table-layout:fixed}
th,td{border:.6pt solid #000;padding:1.4mm 1.6mm;vertical-align:top;text-align:left;overflow-wrap:anywhere}
th{font-weight:600;text-align:center;background:#f2f2f2}
thead{display:table-header-group}
tr{break-inside:avoid}
td p{text-indent:0;margin:0 0 1mm}
td p:last-child{margin:0}
.no{width:12mm;text-align:center}.kind{width:15mm}.case{width:25mm}.who{width:36mm}
.note{font-size:9.5pt;text-indent:0;margin-top:3mm}
.receipt{break-before:page}
.receipt td{height:11mm;vertical-align:middle}
.receipt th{width:34mm;background:none;vertical-align:middle}
.receipt .tall{height:46mm;vertical-align:top}
@media screen{body{padding:16mm 6mm}}
`

/** By which the page may use this style, and nothing else may be fetched, run or framed. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`
